import type { ConversionType, PixelOutcome } from "./enums"
import type { RevenueBasis } from "./options"

/** Which day a correction counts on: the order's own, or when it happened. */
export const REPORT_BASES = ["order_date", "refund_date"] as const
export type ReportBasis = (typeof REPORT_BASES)[number]

export interface ReportFilters {
  website_id?: string
  sales_channel_id?: string
  country_code?: string
  platform?: string
  /** Only members of this segment, as it is now. */
  segment_id?: string
  /** Only these; every type without them. */
  conversion_types?: ConversionType[]
}

export interface ReportPeriod {
  from: Date
  to: Date
  from_date: string
  to_date: string
}

/** Everything a campaign report is a function of, besides the facts. */
export interface ReportRequest {
  /** The period asked for, then the one it is compared with, if any. */
  periods: ReportPeriod[]
  timezone: string
  currency: string
  revenue_basis: RevenueBasis
  basis: ReportBasis
  filters: ReportFilters
  group_by: "campaign" | "none"
}

/** Rows of a report that are no campaign, in the order they are listed. */
export const REMAINDER_BUCKETS = [
  "(unresolved campaign)",
  "(no campaign)",
  "(direct or unknown)",
] as const
export type RemainderBucket = (typeof REMAINDER_BUCKETS)[number]

/** Sums come as exact decimal text, counts as numbers. */
export interface CampaignResultsRow {
  period_index: number
  is_total: boolean
  /** A campaign id, or one of REMAINDER_BUCKETS; null in totals. */
  bucket: string | null
  /** Set on rows of amounts that no exchange rate covers. */
  unconverted_currency: string | null
  revenue: string
  purchases: number
  leads: number
  /** What met a primary goal and is neither purchase nor lead. */
  goals: number
  new_customers: number
  unidentified_purchases: number
  with_visitor: number
  with_touch: number
  with_campaign: number
  /** The same, only of days whose spend is complete: for ratios. */
  complete_revenue: string
  complete_attributed_revenue: string
  /** Sum of the squares of what `complete_revenue` is the sum of. */
  complete_squared_revenue: string
  complete_purchases: number
  complete_attributed_purchases: number
  complete_leads: number
  complete_goals: number
  complete_new_customers: number
}

/** Sums come as exact decimal text. */
export interface CampaignSpendRow {
  period_index: number
  is_total: boolean
  ad_campaign_id: string | null
  unconverted_currency: string | null
  spend: string
  complete_spend: string
  impressions: string
  clicks: string
  claimed_conversions: string | null
  claimed_value: string | null
  /** The same, only of days whose spend is complete: for ratios. */
  complete_claimed_conversions: string | null
  complete_claimed_value: string | null
  spend_complete_through: string | null
  history_starts_at: Date | null
}

/** What attribution statistics can be grouped by. */
export const STATS_GROUPS = [
  "campaign",
  "platform",
  "channel_group",
  "source",
  "ad_set",
  "ad",
  "landing_page",
  "buyer",
] as const
export type StatsGroup = (typeof STATS_GROUPS)[number]

/** What conversion statistics can be grouped by. */
export const CONVERSION_STATS_GROUPS = [
  "day",
  "week",
  "month",
  "type",
  "platform",
  "campaign",
] as const
export type ConversionStatsGroup = (typeof CONVERSION_STATS_GROUPS)[number]

/** Sums come as exact decimal text, counts as numbers. */
export interface ConversionStatsRow {
  is_total: boolean
  /**
   * A conversion type, a platform, a campaign id or remainder, or the index of
   * the period for statistics over time; null in totals.
   */
  key: string | null
  /** Set on rows of amounts that no exchange rate covers. */
  unconverted_currency: string | null
  purchases: number
  leads: number
  goals: number
  /** Every other conversion: carts, milestones, events of no primary goal. */
  events: number
  first_purchases: number
  revenue: string
  /** What leads, goals and events say they are worth; never revenue. */
  value: string
}

/** One day of the storefront's script, and of the orders beside it. */
export type PixelHealthRow = Record<PixelOutcome, number> & {
  /** YYYY-MM-DD, in the zone asked for. */
  date: string
  orders: number
  orders_with_visitor: number
  /** The hour of the last accepted call of all; the same in each row. */
  last_accepted_at: Date | null
}

/** A utm value that claims a campaign and has none. */
export interface UnresolvedValueRow {
  utm_campaign: string | null
  utm_id: string | null
  utm_source: string | null
  /** All that people wrote for this one value. */
  spellings: string[]
  website_id: string | null
  platform: string
  unresolved_reason: string | null
  /** The network did not fill its placeholder in: the ad's link is to be repaired. */
  is_unreplaced_macro: boolean
  /** One session that carries it; null when only orders do. */
  session_id: string | null
  sessions: number
  purchases: number
  /** Exact decimal text. */
  revenue: string
  suggestions: Suggestion[]
}

/** A campaign that somebody may have meant. */
export interface Suggestion {
  ad_campaign_id: string
  name: string
  platform: string
  status: string | null
  /** Of the names, 0 to 1. */
  similarity: number
}

/** Sums come as exact decimal text, counts as numbers; shares make them fractions. */
export interface AttributionStatsRow {
  /** Null in the one row of totals. */
  key: string | null
  sessions: number
  visitors: number
  claiming: number
  resolved: number
  purchases: number
  leads: number
  goals: number
  new_customers: number
  revenue: string
  /** In the row of totals: amounts that no exchange rate covers, if any. */
  unconverted: { currency: string; revenue: string; purchases: number }[] | null
}
