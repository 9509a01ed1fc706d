import { model } from "@medusajs/framework/utils"
import { BUDGET_SOURCES } from "../types"

/** What a campaign may cost, as its platform or a person of the store says. */
const AdPlanningCampaignBudget = model
  .define("ad_planning_campaign_budget", {
    id: model.id({ prefix: "apbud" }).primaryKey(),
    ad_campaign_id: model.text(),
    source: model.enum([...BUDGET_SOURCES]),
    // Major units of `currency`.
    currency: model.text(),
    daily_amount: model.bigNumber().nullable(),
    monthly_amount: model.bigNumber().nullable(),
    lifetime_amount: model.bigNumber().nullable(),
  })
  .indexes([{ on: ["ad_campaign_id", "source"], unique: true, where: null }])

export default AdPlanningCampaignBudget
