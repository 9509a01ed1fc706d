import { model } from "@medusajs/framework/utils"
import {
  JOURNEY_CHANNELS,
  JOURNEY_EVENT_TYPES,
  JOURNEY_SOURCES,
  JOURNEY_STAGES,
} from "../types"

/**
 * One touchpoint of one customer, anonymous until their identifiers are linked
 * to a person. `timestamp` is when it happened, never when it was processed.
 */
const CustomerJourney = model
  .define("customer_journey", {
    id: model.id({ prefix: "cjrn" }).primaryKey(),
    source_type: model.enum([...JOURNEY_SOURCES]),
    // The source row's id; of a conversion without one, its idempotency key.
    source_id: model.text(),
    event_type: model.enum([...JOURNEY_EVENT_TYPES]),
    // What the timeline shows of it: a page, a form, a rating.
    event_data: model.json(),
    channel: model.enum([...JOURNEY_CHANNELS]),
    stage: model.enum([...JOURNEY_STAGES]),
    timestamp: model.dateTime(),
    // Recomputed from the identifiers below and the identity links.
    person_id: model.text().nullable(),
    email_hash: model.text().nullable(),
    customer_id: model.text().nullable(),
    visitor_id: model.text().nullable(),
    session_id: model.text().nullable(),
    // Major units of `currency`; an order's net value.
    value: model.bigNumber().nullable(),
    currency: model.text().nullable(),
    ad_campaign_id: model.text().nullable(),
    website_id: model.text().nullable(),
  })
  .indexes([
    { on: ["source_type", "source_id"], unique: true, where: null },
    { on: ["person_id", "timestamp"] },
    { on: ["visitor_id", "timestamp"] },
    // Funnels: the first step of a period.
    { on: ["event_type", "timestamp"] },
    { on: ["session_id"] },
    {
      on: ["email_hash"],
      where: "email_hash IS NOT NULL AND deleted_at IS NULL",
    },
    {
      on: ["customer_id"],
      where: "customer_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default CustomerJourney
