import { model } from "@medusajs/framework/utils"
import { RATING_SCALES, RATING_SOURCES, RATING_STATES } from "../types"

/**
 * One question to a customer and the answer, if there is one: a feedback row, or a
 * link of ours that asks for 0 to 10. Without those unanswered there would be no
 * response rate.
 */
const AdPlanningRating = model
  .define("ad_planning_rating", {
    id: model.id({ prefix: "aprate" }).primaryKey(),
    source_type: model.enum([...RATING_SOURCES]),
    // The feedback's id; of an answer its own id, or that of the link it came by.
    source_id: model.text(),
    // Recomputed from the identifiers below and the identity links.
    person_id: model.text().nullable(),
    // Whom the store named when it asked; goes before the other identifiers.
    named_person_id: model.text().nullable(),
    email_hash: model.text().nullable(),
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    asked_at: model.dateTime().nullable(),
    // When it was first seen answered; never moved.
    answered_at: model.dateTime().nullable(),
    // Until when a link takes an answer; null of feedback.
    expires_at: model.dateTime().nullable(),
    state: model.enum([...RATING_STATES]),
    // Text with a check: a value of an enum cannot begin with a digit.
    scale: model.text(),
    // On `scale`; null unless answered.
    value: model.float().nullable(),
    comment: model.text().nullable(),
  })
  .indexes([
    { on: ["source_type", "source_id"], unique: true, where: null },
    { on: ["person_id", "answered_at"] },
    { on: ["answered_at"] },
    { on: ["asked_at"] },
    { on: ["order_id"], where: "order_id IS NOT NULL AND deleted_at IS NULL" },
    {
      on: ["email_hash"],
      where: "email_hash IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["customer_id"],
      where: "customer_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["named_person_id"],
      where: "named_person_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
  .checks([
    {
      name: "ad_planning_rating_scale_check",
      expression: ({ scale }) =>
        `${scale} IN (${RATING_SCALES.map((name) => `'${name}'`).join(", ")})`,
    },
  ])

export default AdPlanningRating
