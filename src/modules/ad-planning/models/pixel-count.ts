import { model } from "@medusajs/framework/utils"
import { PIXEL_OUTCOMES } from "../types"

/** How many calls of the public endpoint had an outcome in one hour. */
const AdPlanningPixelCount = model
  .define("ad_planning_pixel_count", {
    id: model.id({ prefix: "appix" }).primaryKey(),
    // The hour's beginning, UTC.
    hour: model.dateTime(),
    outcome: model.enum([...PIXEL_OUTCOMES]),
    calls: model.number().default(0),
  })
  .indexes([{ on: ["hour", "outcome"], unique: true, where: null }])

export default AdPlanningPixelCount
