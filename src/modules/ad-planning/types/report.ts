import type { RevenueBasis } from "./options"

/** Which day a correction counts on: the order's own, or when it happened. */
export const REPORT_BASES = ["order_date", "refund_date"] as const
export type ReportBasis = (typeof REPORT_BASES)[number]

export interface ReportFilters {
  website_id?: string
  sales_channel_id?: string
  country_code?: string
  platform?: string
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
