import { model } from "@medusajs/framework/utils"
import { SENTIMENT_LABELS, SENTIMENT_SOURCES } from "../types"

/**
 * What one text says of the shop. The text itself stays with its source;
 * `text_hash` tells whether it is still the one that was read.
 */
const SentimentAnalysis = model
  .define("sentiment_analysis", {
    id: model.id({ prefix: "sentan" }).primaryKey(),
    source_type: model.enum([...SENTIMENT_SOURCES]),
    // The source row's id; of a comment and a mention, that of its touchpoint.
    source_id: model.text(),
    order_id: model.text().nullable(),
    // Recomputed from the identifiers below and the identity links.
    person_id: model.text().nullable(),
    email_hash: model.text().nullable(),
    customer_id: model.text().nullable(),
    visitor_id: model.text().nullable(),
    // When it was written, not when it was read.
    occurred_at: model.dateTime(),
    // Keyed with the option `secret`.
    text_hash: model.text(),
    // ISO 639-1; null where nothing tells it (emoji alone).
    language: model.text().nullable(),
    // -1 to 1, a person's word where there is one.
    sentiment_score: model.float(),
    sentiment_label: model.enum([...SENTIMENT_LABELS]),
    // What the analyser said, also below an override.
    analyzer_score: model.float(),
    analyzer_label: model.enum([...SENTIMENT_LABELS]),
    // 0 to 1.
    confidence: model.float(),
    keywords: model.json(),
    entities: model.json(),
    // [{ aspect, score }]
    aspects: model.json(),
    // `local-<n>`, or `<provider>:<model>`.
    model_version: model.text(),
    analyzed_at: model.dateTime(),
    // The user of the store who confirmed or corrected it.
    overridden_by: model.text().nullable(),
    overridden_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["source_type", "source_id"], unique: true, where: null },
    { on: ["occurred_at"] },
    { on: ["text_hash"] },
    { on: ["person_id", "occurred_at"] },
    {
      on: ["email_hash"],
      where: "email_hash IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["customer_id"],
      where: "customer_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["visitor_id"],
      where: "visitor_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["order_id"],
      where: "order_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default SentimentAnalysis
