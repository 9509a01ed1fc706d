import type {
  AdjustmentType,
  ChannelGroup,
  ClickIdName,
  IdentityKind,
  Platform,
  ResolutionMethod,
  TouchConfidence,
  UnresolvedReason,
  UtmField,
} from "./enums"

/** A decimal amount in major units, as text: exact on its way into SQL. */
export type Decimal = string

export interface MoneyParts {
  amount: Decimal
  tax: Decimal
  shipping: Decimal
}

/** One row of `ad_planning_conversion_adjustment`, still without its conversion. */
export interface AdjustmentFact {
  source_type: AdjustmentType
  source_id: string
  amount: Decimal
  tax_amount: Decimal
  shipping_amount: Decimal
  occurred_at: Date
}

/** What `orderMoney` reads from an order. */
export interface OrderMoney {
  value: MoneyParts & { discount: Decimal }
  net: MoneyParts
  adjustments: AdjustmentFact[]
}

export type UtmValues = Record<UtmField, string | null>
export type ClickIds = Partial<Record<ClickIdName, string>>

/** Where somebody came from, as a pure classification of a touch sees it. */
export interface TouchSignals extends UtmValues {
  click_ids: ClickIds
  landing_page: string | null
  referrer: string | null
}

export interface TouchClassification {
  channel_group: ChannelGroup
  platform: Platform
  is_paid: boolean
  claims_campaign: boolean
}

/** A row of `campaign_attribution` without its resolution. */
export interface TouchFact extends TouchSignals, TouchClassification {
  touch_key: string
  source: "session" | "order"
  session_id: string | null
  analytics_session_id: string | null
  order_id: string | null
  visitor_id: string | null
  website_id: string | null
  started_at: Date
  confidence: TouchConfidence
  other_campaigns: string[] | null
}

/** What the resolution ladder answers for one touch. */
export interface Resolution {
  ad_campaign_id: string | null
  ad_set_id: string | null
  ad_id: string | null
  resolution_method: ResolutionMethod | null
  unresolved_reason: UnresolvedReason | null
}

/** A row of `conversion` of type purchase, before persons and touches. */
export interface PurchaseFact {
  order_id: string
  idempotency_key: string
  customer_id: string | null
  email_hash: string | null
  visitor_id: string | null
  session_id: string | null
  website_id: string | null
  sales_channel_id: string | null
  country_code: string | null
  converted_at: Date
  canceled_at: Date | null
  currency: string
  money: OrderMoney
  /** The order's calendar day in the option `timezone`, YYYY-MM-DD. */
  order_date: string
  /** The rate of that day into the reporting currency; null without one. */
  fx: { currency: string; rate: Decimal } | null
  utm: UtmValues
  /** The touch the order itself carries; null when it carries none. */
  touch: TouchFact | null
}

export interface IdentityFact {
  kind: IdentityKind
  value: string
  person_id: string
  valid_from: Date
  source: string
}

/** A campaign as its platform's module or a spend import knows it. */
export interface CampaignFact {
  id: string | null
  platform: string
  external_id: string
  name: string
  normalised_name: string
  status: string | null
  started_at: Date | null
  stopped_at: Date | null
  currency: string | null
  account_id: string | null
  is_host_campaign: boolean
}

/** What one campaign cost and showed on one day. */
export interface CampaignMetricFact {
  ad_campaign_id: string
  date: string
  currency: string
  spend: Decimal
  impressions: Decimal
  clicks: Decimal
  claimed_conversions: Decimal | null
  claimed_value: Decimal | null
}
