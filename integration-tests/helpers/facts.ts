import type {
  CampaignFact,
  CampaignMetricFact,
  ConversionFact,
  ConversionInput,
  IdentityFact,
  JourneyFact,
  PurchaseFact,
  TouchFact,
} from "../../src/modules/ad-planning/types"
import { normaliseName } from "../../src/modules/ad-planning/utils/text/normalise"

/** Texts that break SQL, JSON or objects put together by hand. */
export const HOSTILE_TEXTS = [
  "constructor",
  "__proto__",
  `it's "quoted" \`thrice\``,
  "'; DROP TABLE conversion; --",
  "%",
  "_",
  "?",
  "??",
  "\\?",
  "\\\\?",
  "back\\slash\\",
  "$1 ${x} $$",
  ":name ::text",
  '{"a":[1]}',
  "😀👩‍👩‍👧 é ñ",
  "line\nbreak\ttab",
]

/** A session's touch of half past ten, for calls of the service itself. */
export function touchFact(
  sessionId: string,
  other: Partial<TouchFact> = {}
): TouchFact {
  return {
    touch_key: `session:${sessionId}`,
    source: "session",
    session_id: sessionId,
    analytics_session_id: null,
    order_id: null,
    visitor_id: "v",
    website_id: "site",
    started_at: new Date("2026-10-01T10:30:00Z"),
    confidence: "dated",
    other_campaigns: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: "Sale",
    utm_term: null,
    utm_content: null,
    utm_id: null,
    click_ids: {},
    landing_page: "/",
    referrer: null,
    channel_group: "Unassigned",
    platform: "generic",
    is_paid: false,
    claims_campaign: true,
    ...other,
  }
}

export function campaignFact(
  id: string | null,
  name: string,
  other: Partial<CampaignFact> = {}
): CampaignFact {
  return {
    id,
    platform: "meta",
    external_id: `ext-${id ?? name}`,
    name,
    normalised_name: normaliseName(name),
    status: "ACTIVE",
    started_at: null,
    stopped_at: null,
    currency: "gbp",
    account_id: null,
    is_host_campaign: id !== null,
    ...other,
  }
}

export function metricFact(
  campaignId: string,
  date: string,
  other: Partial<CampaignMetricFact> = {}
): CampaignMetricFact {
  return {
    ad_campaign_id: campaignId,
    date,
    currency: "gbp",
    spend: "12.5",
    impressions: "1000",
    clicks: "50",
    claimed_conversions: "2",
    claimed_value: "99.99",
    ...other,
  }
}

/** An order of 100.00 at noon, with nothing taken back. */
export function purchaseFact(
  orderId: string,
  other: Partial<PurchaseFact> = {}
): PurchaseFact {
  return {
    order_id: orderId,
    idempotency_key: `order:${orderId}`,
    goal_id: null,
    customer_id: null,
    email_hash: "hash",
    visitor_id: "v",
    session_id: null,
    website_id: "site",
    sales_channel_id: "sc",
    country_code: "gb",
    converted_at: new Date("2026-10-02T12:00:00Z"),
    canceled_at: null,
    currency: "gbp",
    money: {
      value: { amount: "100", tax: "16.67", shipping: "5", discount: "0" },
      net: { amount: "100", tax: "16.67", shipping: "5" },
      adjustments: [],
    },
    order_date: "2026-10-02",
    fx: { currency: "gbp", rate: "1" },
    utm: {
      utm_source: null,
      utm_medium: null,
      utm_campaign: null,
      utm_term: null,
      utm_content: null,
      utm_id: null,
    },
    touch: null,
    ...other,
  }
}

export function identityFact(
  kind: IdentityFact["kind"],
  value: string,
  personId: string,
  other: Partial<IdentityFact> = {}
): IdentityFact {
  return {
    kind,
    value,
    person_id: personId,
    valid_from: new Date("2026-01-01T00:00:00Z"),
    source: "person",
    evidence: `person:${personId}`,
    ...other,
  }
}

/** A lead of half past nine that nobody knows more of. */
export function leadFact(
  leadId: string,
  other: Partial<ConversionFact> = {}
): ConversionFact {
  return {
    idempotency_key: `lead:${leadId}`,
    conversion_type: "lead_form_submission",
    source: "lead",
    conversion_name: null,
    goal_id: null,
    goal_once_per_page: false,
    email_hash: null,
    website_id: "site",
    pathname: null,
    visitor_id: null,
    session_id: null,
    converted_at: new Date("2026-10-01T09:30:00Z"),
    conversion_value: null,
    currency: null,
    fx_date: "2026-10-01",
    fx: null,
    utm: NO_UTM,
    metadata: null,
    touch: null,
    ...other,
  }
}

/** Something into the cart, as the storefront's script tells it. */
export function conversionInput(
  key: string,
  other: Partial<ConversionInput> = {}
): ConversionInput {
  return {
    idempotency_key: `pixel:${key}`,
    source: "pixel",
    conversion_type: "add_to_cart",
    conversion_name: null,
    website_id: "site",
    pathname: "/",
    visitor_id: "v",
    session_id: "s",
    order_id: null,
    converted_at: "2026-10-01T11:00:00.000Z",
    value: "20",
    currency: "gbp",
    utm: NO_UTM,
    metadata: null,
    signals: null,
    ...other,
  }
}

/** A page view of half past ten. */
export function journeyFact(
  id: string,
  other: Partial<JourneyFact> = {}
): JourneyFact {
  return {
    source_type: "analytics_event",
    source_id: id,
    event_type: "page_view",
    event_data: { pathname: "/" },
    channel: "web",
    stage: "awareness",
    timestamp: new Date("2026-10-01T10:30:00Z"),
    email_hash: null,
    customer_id: null,
    visitor_id: "v",
    session_id: "s",
    value: null,
    currency: null,
    website_id: "site",
    ...other,
  }
}

const NO_UTM = {
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_term: null,
  utm_content: null,
  utm_id: null,
}
