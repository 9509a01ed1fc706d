import { model } from "@medusajs/framework/utils"
import {
  CHANNEL_GROUPS,
  PLATFORMS,
  RESOLUTION_METHODS,
  TOUCH_CONFIDENCES,
  TOUCH_SOURCES,
  UNRESOLVED_REASONS,
} from "../types"

/**
 * One marketing touch: a session with a campaign parameter, click id or foreign
 * referrer, or the stamp an order carries. Keeps its own copy of everything,
 * because some hosts delete sessions after 90 days.
 */
const CampaignAttribution = model
  .define("campaign_attribution", {
    id: model.id({ prefix: "attr" }).primaryKey(),
    // `session:<client session id>`, or the key of the conversion that carries
    // it: `order:<order id>`, `lead:<lead id>`, ...
    touch_key: model.text(),
    source: model.enum([...TOUCH_SOURCES]),
    session_id: model.text().nullable(),
    // AnalyticsSession.id, for the link; `session_id` is the client's id.
    analytics_session_id: model.text().nullable(),
    order_id: model.text().nullable(),
    visitor_id: model.text().nullable(),
    person_id: model.text().nullable(),
    website_id: model.text().nullable(),
    started_at: model.dateTime(),
    confidence: model.enum([...TOUCH_CONFIDENCES]).default("dated"),
    // An order's stamp that repeats a session of its visitor is no second touch.
    is_duplicate: model.boolean().default(false),
    utm_source: model.text().nullable(),
    utm_medium: model.text().nullable(),
    utm_campaign: model.text().nullable(),
    utm_term: model.text().nullable(),
    utm_content: model.text().nullable(),
    utm_id: model.text().nullable(),
    // { gclid: "...", ... }; {} when there is none.
    click_ids: model.json(),
    landing_page: model.text().nullable(),
    referrer: model.text().nullable(),
    // Campaigns seen later in the same session; the first one stands.
    other_campaigns: model.json().nullable(),
    channel_group: model.enum([...CHANNEL_GROUPS]),
    platform: model.enum([...PLATFORMS]),
    is_paid: model.boolean(),
    // Names a campaign (utm_campaign, utm_id) or is a paid click.
    claims_campaign: model.boolean(),
    ad_campaign_id: model.text().nullable(),
    ad_set_id: model.text().nullable(),
    ad_id: model.text().nullable(),
    is_resolved: model.boolean().default(false),
    resolution_method: model.enum([...RESOLUTION_METHODS]).nullable(),
    unresolved_reason: model.enum([...UNRESOLVED_REASONS]).nullable(),
    resolved_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["touch_key"], unique: true, where: null },
    { on: ["visitor_id", "started_at"] },
    // What brought a person; most touches have none.
    {
      on: ["person_id", "started_at"],
      where: "person_id IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["session_id"] },
    { on: ["order_id"] },
    { on: ["started_at"] },
    { on: ["ad_campaign_id", "started_at"] },
    // What conversions carry themselves, and choices by hand: few beside sessions.
    {
      on: ["touch_key"],
      where: "source <> 'session' AND deleted_at IS NULL",
    },
    // The work list of bulk resolve has one on an expression: see the migration.
  ])

export default CampaignAttribution
