import type {
  AdjustmentType,
  ChannelGroup,
  ClickIdName,
  ConversionSource,
  ConversionType,
  IdentityKind,
  JourneyChannel,
  JourneyEventType,
  JourneySource,
  JourneyStage,
  Platform,
  ResolutionMethod,
  TouchConfidence,
  TouchSource,
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
  source: TouchSource
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

/** A row of `ad_planning_order_line`. */
export interface OrderLineFact {
  order_id: string
  line_item_id: string
  product_id: string | null
  variant_id: string | null
  title: string | null
  collection: string | null
  product_type: string | null
  quantity: Decimal
  /** Units received back, damaged ones included. */
  returned: Decimal
  /** What is left of it, tax included; 0 once the order is canceled. */
  net: Decimal
  currency: string
  discount_codes: string[]
}

/** A row of `conversion` of type purchase, before persons and touches. */
export interface PurchaseFact {
  order_id: string
  idempotency_key: string
  /** The purchase goal it meets, if any. */
  goal_id: string | null
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
  /** What was sold; absent where nobody looked. */
  lines?: OrderLineFact[]
  /** Somebody who was erased placed it: it names nobody. */
  is_erased?: boolean
}

/** A visitor's origin as a message tells it; `touch_at` is ISO 8601. */
export interface MessageSignals extends TouchSignals {
  touch_at: string | null
}

/**
 * Something that counts, as its source names it: what `track-conversion` takes.
 * A purchase among them is only claimed; it counts through its order.
 */
export interface ConversionInput {
  /** Names the source's own event: a repeated one counts once. */
  idempotency_key: string
  source: Extract<ConversionSource, "pixel" | "analytics_event" | "manual">
  conversion_type: ConversionType
  conversion_name: string | null
  /** The goal it is known to meet; without the field the goals are asked. */
  goal_id?: string | null
  website_id: string | null
  pathname: string | null
  visitor_id: string | null
  session_id: string | null
  /** Required of a purchase. */
  order_id: string | null
  /** ISO 8601. */
  converted_at: string
  /** Major units of `currency`; stored only together with one. */
  value: Decimal | null
  currency: string | null
  utm: UtmValues
  metadata: Record<string, unknown> | null
  /**
   * Where the visitor came from, by the message itself: the touch of its
   * session, unless the session is known otherwise, or of this one conversion.
   */
  signals: MessageSignals | null
  /** A person's choice of campaign: stands above every rule. */
  ad_campaign_id?: string | null
}

/** A row of `conversion` that is no purchase, before persons and touches. */
export interface ConversionFact {
  idempotency_key: string
  conversion_type: ConversionType
  source: ConversionSource
  conversion_name: string | null
  goal_id: string | null
  /** The goal counts once per session and page. */
  goal_once_per_page: boolean
  email_hash: string | null
  website_id: string | null
  pathname: string | null
  visitor_id: string | null
  session_id: string | null
  converted_at: Date
  /** Major units of `currency`; null without a currency. */
  conversion_value: Decimal | null
  currency: string | null
  /** The calendar day in the option `timezone`, YYYY-MM-DD. */
  fx_date: string
  fx: { currency: string; rate: Decimal } | null
  utm: UtmValues
  metadata: Record<string, unknown> | null
  touch: TouchFact | null
  /** It is of somebody who was erased: it names nobody. */
  is_erased?: boolean
}

/** A row of `ad_planning_purchase_claim`. */
export interface PurchaseClaimFact {
  claim_key: string
  order_id: string
  visitor_id: string | null
  session_id: string | null
  website_id: string | null
  claimed_at: Date
  touch: TouchFact | null
}

/** Names one row of `customer_journey`. */
export interface JourneyKey {
  source_type: JourneySource
  source_id: string
}

/**
 * A row of `customer_journey` that no conversion tells, before its person. In a
 * session whose touch is known, channel and campaign are the touch's.
 */
export interface JourneyFact extends JourneyKey {
  event_type: JourneyEventType
  event_data: Record<string, unknown>
  channel: JourneyChannel
  stage: JourneyStage
  /** When it happened. */
  timestamp: Date
  email_hash: string | null
  customer_id: string | null
  visitor_id: string | null
  session_id: string | null
  /** Major units of `currency`; null without a currency. */
  value: Decimal | null
  currency: string | null
  website_id: string | null
}

/** What somebody said about the shop on a social network. */
export interface Mention {
  platform: string
  /** The platform's own. */
  id: string
  text: string | null
  author: string | null
  url: string | null
  /** ISO 8601. */
  time: string
}

/** Which conversions a change may touch. */
export interface ConversionScope {
  keys: string[]
  /** Purchases of these orders, which a claim may join. */
  order_ids: string[]
  /** Leads of these identifiers, which may be the same submission. */
  email_hashes: string[]
  visitor_ids: string[]
  session_ids: string[]
}

/** A statement that an identifier belongs to a person, as somebody told it. */
export interface IdentityFact {
  kind: IdentityKind
  value: string
  person_id: string
  valid_from: Date
  /** `person`, `identify`, ...: no source of conversions. */
  source: string
  /** The key of the fact that shows it: `person:<id>`, for example. */
  evidence: string | null
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
  /** The newest day that an import reported under this name. */
  named_on?: string | null
}

/** What one campaign cost and showed on one day. */
export interface CampaignMetricFact {
  /** The import that says so; none for a sync. */
  import_id?: string
  ad_campaign_id: string
  date: string
  currency: string
  spend: Decimal
  impressions: Decimal
  clicks: Decimal
  claimed_conversions: Decimal | null
  claimed_value: Decimal | null
}
