import { model } from "@medusajs/framework/utils"
import { MEMBER_REASONS } from "../types/segments"
import CustomerSegment from "./customer-segment"

/** One person in one segment. Whoever is not in it has no row. */
const SegmentMember = model
  .define("segment_member", {
    id: model.id({ prefix: "segmem" }).primaryKey(),
    segment: model.belongsTo(() => CustomerSegment, { mappedBy: "members" }),
    person_id: model.text(),
    // Members by hand and by import stay whatever the rules say.
    added_reason: model.enum([...MEMBER_REASONS]),
    added_at: model.dateTime(),
  })
  .indexes([
    { on: ["segment_id", "person_id"], unique: true, where: null },
    { on: ["person_id"] },
  ])

export default SegmentMember
