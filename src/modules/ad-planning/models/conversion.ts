import { model } from "@medusajs/framework/utils"
import {
  CHANNEL_GROUPS,
  CONVERSION_SOURCES,
  CONVERSION_TYPES,
  PLATFORMS,
} from "../types"

/**
 * One counted conversion. What it was at placement is never edited; `net_*` is
 * recomputed from the order whenever the order changes, and the columns from
 * `attribution_id` on whenever its touches or their campaigns do.
 */
const Conversion = model
  .define("conversion", {
    id: model.id({ prefix: "conv" }).primaryKey(),
    conversion_type: model.enum([...CONVERSION_TYPES]),
    source: model.enum([...CONVERSION_SOURCES]).default("order"),
    // What the shop calls it: the client's own name, or the form's.
    conversion_name: model.text().nullable(),
    // The source's own key: replaying the event must not count twice.
    idempotency_key: model.text(),
    // The goal it met (conversion_goal.id); one at most.
    goal_id: model.text().nullable(),
    order_id: model.text().nullable(),
    person_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    // HMAC of the normalised e-mail with the installation's secret.
    email_hash: model.text().nullable(),
    visitor_id: model.text().nullable(),
    session_id: model.text().nullable(),
    analytics_session_id: model.text().nullable(),
    website_id: model.text().nullable(),
    pathname: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    country_code: model.text().nullable(),
    converted_at: model.dateTime(),
    canceled_at: model.dateTime().nullable(),
    // Its customer was erased: it has no identifiers, and its campaign stays.
    erased_at: model.dateTime().nullable(),
    // The person's first uncancelled order above 0 in the known history.
    is_first_purchase: model.boolean().default(false),

    // Major units of `currency`, as in Medusa orders.
    currency: model.text().nullable(),
    conversion_value: model.bigNumber().nullable(),
    tax_value: model.bigNumber().nullable(),
    shipping_value: model.bigNumber().nullable(),
    discount_value: model.bigNumber().nullable(),
    net_value: model.bigNumber().nullable(),
    net_tax_value: model.bigNumber().nullable(),
    net_shipping_value: model.bigNumber().nullable(),
    // 1 `currency` = `fx_rate` `fx_currency` on the order's day, `fx_date`.
    fx_currency: model.text().nullable(),
    fx_rate: model.bigNumber().nullable(),
    fx_date: model.text().nullable(),

    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    utm_term: model.text().nullable(),
    utm_content: model.text().nullable(),

    // The last non-direct touch in the lookback (campaign_attribution.id).
    attribution_id: model.text().nullable(),
    ad_campaign_id: model.text().nullable(),
    ad_set_id: model.text().nullable(),
    ad_id: model.text().nullable(),
    channel_group: model.enum([...CHANNEL_GROUPS]).nullable(),
    platform: model.enum([...PLATFORMS]).nullable(),
    is_paid: model.boolean().nullable(),
    claims_campaign: model.boolean().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([
    { on: ["idempotency_key"], unique: true, where: null },
    { on: ["converted_at"] },
    { on: ["ad_campaign_id", "converted_at"] },
    { on: ["order_id"] },
    { on: ["person_id", "converted_at"] },
    { on: ["email_hash"] },
    { on: ["customer_id"] },
    { on: ["visitor_id", "converted_at"] },
    { on: ["session_id"] },
    // Touches that get another campaign.
    {
      on: ["attribution_id"],
      where: "attribution_id IS NOT NULL AND deleted_at IS NULL",
    },
    // A goal's counters.
    {
      on: ["goal_id", "converted_at"],
      where: "goal_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default Conversion
