import { model } from "@medusajs/framework/utils"

/** How large a segment was on one day, by its last calculation of that day. */
const AdPlanningSegmentDay = model
  .define("ad_planning_segment_day", {
    id: model.id({ prefix: "segday" }).primaryKey(),
    segment_id: model.text(),
    // YYYY-MM-DD in the option `timezone`.
    day: model.text(),
    customer_count: model.number(),
    // [{ currency, value }]: the members' net revenue so far, never summed over.
    revenue: model.json(),
  })
  .indexes([{ on: ["segment_id", "day"], unique: true, where: null }])

export default AdPlanningSegmentDay
