import { model } from "@medusajs/framework/utils"

/** One question of a form. */
export const FormField = model
  .define("form_field", {
    id: model.id({ prefix: "ffield" }).primaryKey(),
    form_id: model.text(),
    // The key of the answer in FormResponse.data.
    name: model.text(),
    label: model.text().nullable(),
    type: model.text().default("text"),
    required: model.boolean().default(false),
    options: model.json().nullable(),
    order: model.number().default(0),
  })
  .indexes([{ on: ["form_id"] }])
