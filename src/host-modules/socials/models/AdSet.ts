import { model } from "@medusajs/framework/utils"

/** An ad set of a campaign. */
export const AdSet = model
  .define("AdSet", {
    id: model.id({ prefix: "adset" }).primaryKey(),
    meta_adset_id: model.text(),
    campaign_id: model.text(),
    name: model.text(),
    status: model.text().nullable(),
    daily_budget: model.bigNumber().nullable(),
    lifetime_budget: model.bigNumber().nullable(),
    start_time: model.dateTime().nullable(),
    end_time: model.dateTime().nullable(),
    last_synced_at: model.dateTime().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([{ on: ["meta_adset_id"] }, { on: ["campaign_id"] }])
