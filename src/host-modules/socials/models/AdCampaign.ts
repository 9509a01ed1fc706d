import { model } from "@medusajs/framework/utils"

/** A campaign as synced from Meta. */
export const AdCampaign = model
  .define("AdCampaign", {
    id: model.id({ prefix: "adcamp" }).primaryKey(),
    meta_campaign_id: model.text(),
    ad_account_id: model.text(),
    name: model.text(),
    objective: model.text().nullable(),
    status: model
      .enum(["ACTIVE", "PAUSED", "DELETED", "ARCHIVED"])
      .default("ACTIVE"),
    // Major units of the account's currency.
    daily_budget: model.bigNumber().nullable(),
    lifetime_budget: model.bigNumber().nullable(),
    start_time: model.dateTime().nullable(),
    stop_time: model.dateTime().nullable(),
    // Totals over the campaign's life, not over a period.
    spend: model.bigNumber().default(0),
    impressions: model.number().default(0),
    clicks: model.number().default(0),
    last_synced_at: model.dateTime().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["meta_campaign_id"] },
    { on: ["ad_account_id"] },
    { on: ["updated_at"] },
  ])
