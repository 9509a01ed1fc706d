import { model } from "@medusajs/framework/utils"

/** A form of the storefront. */
export const Form = model
  .define("form", {
    id: model.id({ prefix: "form" }).primaryKey(),
    website_id: model.text().nullable(),
    name: model.text(),
    handle: model.text().nullable(),
    status: model.text().default("published"),
    metadata: model.json().nullable(),
  })
  .indexes([{ on: ["handle"] }])
