import { model } from "@medusajs/framework/utils"

/** One page view or custom event, as the storefront's tracker sent it. */
export const AnalyticsEvent = model
  .define("analytics_event", {
    id: model.id({ prefix: "anevt" }).primaryKey(),
    // The client's own key: a repeated delivery must not be stored twice.
    event_id: model.text().nullable(),
    website_id: model.text(),
    event_type: model.enum(["pageview", "custom_event"]),
    event_name: model.text().nullable(),
    pathname: model.text(),
    referrer: model.text().nullable(),
    referrer_source: model.text().nullable(),
    visitor_id: model.text(),
    session_id: model.text(),
    user_agent: model.text().nullable(),
    browser: model.text().nullable(),
    os: model.text().nullable(),
    device_type: model.text().nullable(),
    country: model.text().nullable(),
    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    utm_term: model.text().nullable(),
    utm_content: model.text().nullable(),
    query_string: model.text().nullable(),
    is_404: model.boolean().default(false),
    metadata: model.json().nullable(),
    timestamp: model.dateTime(),
  })
  .indexes([
    {
      on: ["event_id"],
      unique: true,
      where: "event_id IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["session_id", "timestamp"] },
    { on: ["session_id", "event_type", "timestamp"] },
    {
      name: "IDX_analytics_event_session_campaign",
      on: ["session_id", "timestamp"],
      where: "utm_campaign IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["visitor_id"] },
    { on: ["timestamp"] },
    { on: ["updated_at"] },
  ])
