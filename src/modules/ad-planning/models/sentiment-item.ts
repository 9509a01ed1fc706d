import { model } from "@medusajs/framework/utils"
import { SENTIMENT_ITEM_STATUSES, SENTIMENT_SOURCES } from "../types"

/**
 * A text that has no analysis, and why: `open` failed and is tried again,
 * `parked` failed too often, `unscored` is in no language the analyser knows.
 */
const AdPlanningSentimentItem = model
  .define("ad_planning_sentiment_item", {
    id: model.id({ prefix: "sentit" }).primaryKey(),
    source_type: model.enum([...SENTIMENT_SOURCES]),
    source_id: model.text(),
    text_hash: model.text(),
    status: model.enum([...SENTIMENT_ITEM_STATUSES]),
    // Of the analyser that could not.
    model_version: model.text(),
    error_count: model.number().default(0),
    // Never holds the text.
    last_error: model.text().nullable(),
    last_error_at: model.dateTime().nullable(),
    next_try_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["source_type", "source_id"], unique: true, where: null },
    { on: ["status", "next_try_at"] },
  ])

export default AdPlanningSentimentItem
