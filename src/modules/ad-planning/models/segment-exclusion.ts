import { model } from "@medusajs/framework/utils"

/** Somebody who was taken out of a segment by hand: no rule brings them back. */
const AdPlanningSegmentExclusion = model
  .define("ad_planning_segment_exclusion", {
    id: model.id({ prefix: "segexcl" }).primaryKey(),
    segment_id: model.text(),
    person_id: model.text(),
    excluded_at: model.dateTime(),
  })
  .indexes([
    { on: ["segment_id", "person_id"], unique: true, where: null },
    { on: ["person_id"] },
  ])

export default AdPlanningSegmentExclusion
