import { model } from "@medusajs/framework/utils"

/** An advertising account on Meta. */
export const AdAccount = model
  .define("AdAccount", {
    id: model.id({ prefix: "adacc" }).primaryKey(),
    meta_account_id: model.text(),
    name: model.text(),
    status: model.text().nullable(),
    currency: model.text().nullable(),
    timezone_name: model.text().nullable(),
    last_synced_at: model.dateTime().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([{ on: ["meta_account_id"] }])
