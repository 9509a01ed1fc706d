import { model } from "@medusajs/framework/utils"
import { SCORE_TYPES } from "../types"

/** One person's score of one type, as it was calculated last. */
const CustomerScore = model
  .define("customer_score", {
    id: model.id({ prefix: "cscore" }).primaryKey(),
    person_id: model.text(),
    score_type: model.enum([...SCORE_TYPES]),
    // nps: 0-10; engagement: points; clv: money of 12 months; churn_risk: 0-100.
    score_value: model.float(),
    // The value in one word, by its type: promoter, high, lost, ...
    level: model.text().nullable(),
    // Since when a churn risk is over the line; null below it.
    at_risk_since: model.dateTime().nullable(),
    // What the value is made of.
    breakdown: model.json(),
    // The moment that the score is of, not when it was computed.
    calculated_at: model.dateTime(),
    // Two periods of its job later: not to be relied on any more.
    expires_at: model.dateTime(),
    previous_value: model.float().nullable(),
  })
  .indexes([
    { on: ["person_id", "score_type"], unique: true, where: null },
    // (score_type, score_value DESC, person_id) is written by hand in the migration.
  ])

export default CustomerScore
