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
    // The campaign it was reported for, where that one was merged into this one; "" =
    // this one: NULL would not collide in the unique key.
    origin_id: model.text().default(""),
    // The import that wrote it; null for a sync.
    import_id: model.text().nullable(),
  })
  .indexes([
    {
      on: ["ad_campaign_id", "date", "currency", "origin_id"],
      unique: true,
      where: null,
    },
    { on: ["date"] },
  ])

export default AdPlanningCampaignMetric
