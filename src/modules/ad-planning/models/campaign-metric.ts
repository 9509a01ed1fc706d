import { model } from "@medusajs/framework/utils"

/** What one campaign cost and showed on one day, as its platform reports it. */
const AdPlanningCampaignMetric = model
  .define("ad_planning_campaign_metric", {
    id: model.id({ prefix: "apmetr" }).primaryKey(),
    ad_campaign_id: model.text(),
    // The ad account's own day as YYYY-MM-DD, never shifted to our time zone.
    date: model.text(),
    currency: model.text(),
    // Major units of `currency`.
    spend: model.bigNumber(),
    impressions: model.bigNumber(),
    clicks: model.bigNumber(),
    // Claimed by the platform; ours are in `conversion`.
    claimed_conversions: model.bigNumber().nullable(),
    claimed_value: model.bigNumber().nullable(),
  })
  .indexes([
    { on: ["ad_campaign_id", "date", "currency"], unique: true, where: null },
    { on: ["date"] },
  ])

export default AdPlanningCampaignMetric
