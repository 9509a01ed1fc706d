import { model } from "@medusajs/framework/utils"

/**
 * A rating and a comment. The host creates the row when the order is delivered
 * (rating "three", pending, no comment); the answer arrives as an update.
 */
export const Feedback = model
  .define("feedback", {
    id: model.id({ prefix: "fbk" }).primaryKey(),
    rating: model
      .enum(["one", "two", "three", "four", "five"])
      .default("three"),
    comment: model.text().nullable(),
    status: model.enum(["pending", "reviewed", "resolved"]).default("pending"),
    // An e-mail address or an id.
    submitted_by: model.text(),
    submitted_at: model.dateTime(),
    reviewed_by: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    order_id: model.text().nullable(),
    metadata: model.json().nullable(),
    // -1 to 1.
    sentiment_score: model.float().nullable(),
    sentiment_label: model.text().nullable(),
    person_id: model.text().nullable(),
  })
  .indexes([
    { on: ["order_id"] },
    { on: ["person_id"] },
    { on: ["submitted_at"] },
    { on: ["updated_at"] },
  ])
