import { model } from "@medusajs/framework/utils"

/** One ad of an ad set. */
export const Ad = model
  .define("Ad", {
    id: model.id({ prefix: "ad" }).primaryKey(),
    meta_ad_id: model.text(),
    ad_set_id: model.text(),
    name: model.text(),
    status: model.text().nullable(),
    preview_url: model.text().nullable(),
    last_synced_at: model.dateTime().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([{ on: ["meta_ad_id"] }, { on: ["ad_set_id"] }])
