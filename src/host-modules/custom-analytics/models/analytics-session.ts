import { model } from "@medusajs/framework/utils"

/** One visit: what the events with the same client session id add up to. */
export const AnalyticsSession = model
  .define("analytics_session", {
    id: model.id({ prefix: "anses" }).primaryKey(),
    // The client's id; `id` is ours.
    session_id: model.text().unique(),
    visitor_id: model.text(),
    website_id: model.text(),
    entry_page: model.text().nullable(),
    exit_page: model.text().nullable(),
    // Also counts heartbeats, so it is not the number of page views.
    pageviews: model.number().default(0),
    duration_seconds: model.number().default(0),
    is_bounce: model.boolean().default(true),
    referrer: model.text().nullable(),
    referrer_source: model.text().nullable(),
    country: model.text().nullable(),
    device_type: model.text().nullable(),
    browser: model.text().nullable(),
    os: model.text().nullable(),
    // Of the first event that had a utm_campaign.
    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    utm_term: model.text().nullable(),
    utm_content: model.text().nullable(),
    started_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    last_activity_at: model.dateTime(),
    ad_campaign_id: model.text().nullable(),
    attribution_resolved: model.boolean().default(false),
  })
  .indexes([
    { on: ["visitor_id"] },
    { on: ["started_at"] },
    { on: ["updated_at"] },
    { on: ["ad_campaign_id"] },
  ])
