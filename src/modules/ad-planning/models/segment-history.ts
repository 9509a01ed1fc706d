import { model } from "@medusajs/framework/utils"
import { SEGMENT_CHANGES } from "../types/segments"

/** That somebody entered or left a segment; kept by the option `segments.history`. */
const AdPlanningSegmentHistory = model
  .define("ad_planning_segment_history", {
    id: model.id({ prefix: "seghist" }).primaryKey(),
    segment_id: model.text(),
    person_id: model.text(),
    change: model.enum([...SEGMENT_CHANGES]),
    changed_at: model.dateTime(),
  })
  .indexes([{ on: ["segment_id", "changed_at"] }, { on: ["person_id"] }])

export default AdPlanningSegmentHistory
