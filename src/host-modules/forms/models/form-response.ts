import { model } from "@medusajs/framework/utils"

/** The answers of one visitor to a form. */
export const FormResponse = model
  .define("form_response", {
    id: model.id({ prefix: "fresp" }).primaryKey(),
    form_id: model.text(),
    status: model
      .enum(["new", "read", "archived", "pending_verification"])
      .default("new"),
    email: model.text().nullable(),
    // Field name -> value.
    data: model.json(),
    submitted_at: model.dateTime(),
    page_url: model.text().nullable(),
    referrer: model.text().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["form_id"] },
    { on: ["email"] },
    { on: ["submitted_at"] },
    { on: ["updated_at"] },
  ])
