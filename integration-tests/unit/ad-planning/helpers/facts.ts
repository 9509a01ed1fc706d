import type {
  CampaignFact,
  CampaignMetricFact,
  ConversionFact,
  IdentityFact,
  JourneyFact,
  PurchaseClaimFact,
  PurchaseFact,
  ReportRequest,
  Resolution,
  TouchFact,
} from "../../../../src/modules/ad-planning/types"

const AT = new Date("2026-08-03T10:00:00Z")

/** Facts in which every free text is `text`. */
export function touchFact(text: string): TouchFact {
  return {
    touch_key: text,
    source: "session",
    session_id: text,
    analytics_session_id: text,
    order_id: text,
    visitor_id: text,
    website_id: text,
    started_at: AT,
    confidence: "dated",
    other_campaigns: [text],
    utm_source: text,
    utm_medium: text,
    utm_campaign: text,
    utm_term: text,
    utm_content: text,
    utm_id: text,
    click_ids: { gclid: text },
    landing_page: text,
    referrer: text,
    channel_group: "Paid Search",
    platform: "google",
    is_paid: true,
    claims_campaign: true,
  }
}

export function purchaseFact(text: string): PurchaseFact {
  const money = { amount: text, tax: text, shipping: text }
  return {
    order_id: text,
    idempotency_key: text,
    goal_id: text,
    customer_id: text,
    email_hash: text,
    visitor_id: text,
    session_id: text,
    website_id: text,
    sales_channel_id: text,
    country_code: text,
    converted_at: AT,
    canceled_at: AT,
    currency: text,
    money: {
      value: { ...money, discount: text },
      net: money,
      adjustments: [
        {
          source_type: "return",
          source_id: text,
          amount: text,
          tax_amount: text,
          shipping_amount: text,
          occurred_at: AT,
        },
      ],
    },
    order_date: text,
    fx: { currency: text, rate: text },
    utm: {
      utm_source: text,
      utm_medium: text,
      utm_campaign: text,
      utm_term: text,
      utm_content: text,
      utm_id: text,
    },
    touch: touchFact(text),
  }
}

export function conversionFact(text: string): ConversionFact {
  return {
    idempotency_key: text,
    conversion_type: "custom",
    source: "pixel",
    conversion_name: text,
    goal_id: text,
    goal_once_per_page: true,
    email_hash: text,
    website_id: text,
    pathname: text,
    visitor_id: text,
    session_id: text,
    converted_at: AT,
    conversion_value: text,
    currency: text,
    fx_date: text,
    fx: { currency: text, rate: text },
    utm: purchaseFact(text).utm,
    metadata: { [text]: text },
    touch: touchFact(text),
  }
}

export function claimFact(text: string): PurchaseClaimFact {
  return {
    claim_key: text,
    order_id: text,
    visitor_id: text,
    session_id: text,
    website_id: text,
    claimed_at: AT,
    touch: touchFact(text),
  }
}

export function campaignFact(text: string): CampaignFact {
  return {
    id: text,
    platform: text,
    // Only a name for an id is looked up by name.
    external_id: `name:${text}`,
    name: text,
    normalised_name: text,
    status: text,
    started_at: AT,
    stopped_at: AT,
    currency: text,
    account_id: text,
    is_host_campaign: true,
  }
}

export function metricFact(text: string): CampaignMetricFact {
  return {
    ad_campaign_id: text,
    date: text,
    currency: text,
    spend: text,
    impressions: text,
    clicks: text,
    claimed_conversions: text,
    claimed_value: text,
  }
}

export function identityFact(text: string): IdentityFact {
  return {
    kind: "email",
    value: text,
    person_id: text,
    valid_from: AT,
    source: text,
    evidence: text,
  }
}

export function journeyFact(text: string): JourneyFact {
  return {
    source_type: "feedback",
    source_id: text,
    event_type: "feedback",
    event_data: { [text]: text },
    channel: "web",
    stage: "retention",
    timestamp: AT,
    email_hash: text,
    customer_id: text,
    visitor_id: text,
    session_id: text,
    value: text,
    currency: text,
    website_id: text,
  }
}

export function resolution(text: string): Resolution {
  return {
    ad_campaign_id: text,
    ad_set_id: text,
    ad_id: text,
    resolution_method: "name",
    unresolved_reason: null,
  }
}

export function reportRequest(
  text: string,
  overrides: Partial<ReportRequest> = {}
): ReportRequest {
  return {
    periods: [
      {
        from: AT,
        to: new Date("2026-09-01T00:00:00Z"),
        from_date: text,
        to_date: text,
      },
    ],
    timezone: text,
    currency: text,
    revenue_basis: "total",
    basis: "order_date",
    filters: {
      website_id: text,
      sales_channel_id: text,
      country_code: text,
      platform: text,
    },
    group_by: "campaign",
    ...overrides,
  }
}
