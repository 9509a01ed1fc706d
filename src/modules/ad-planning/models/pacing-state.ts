import { model } from "@medusajs/framework/utils"
import { PACING_BANDS } from "../types"

/** Where a campaign's month stood when it was last looked at: a crossing is told once. */
const AdPlanningPacingState = model
  .define("ad_planning_pacing_state", {
    id: model.id({ prefix: "appace" }).primaryKey(),
    ad_campaign_id: model.text(),
    // YYYY-MM.
    month: model.text(),
    band: model.enum([...PACING_BANDS]),
    projected_share: model.float(),
    crossed_at: model.dateTime(),
  })
  .indexes([{ on: ["ad_campaign_id", "month"], unique: true, where: null }])

export default AdPlanningPacingState
