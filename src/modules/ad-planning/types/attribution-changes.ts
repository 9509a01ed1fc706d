import type { AttributionCauseName } from "./enums"

/** What moved from one campaign, or remainder row, to another on one day. */
export interface AttributionMoveRow {
  /** YYYY-MM-DD, in the report's zone. */
  day: string
  cause: AttributionCauseName
  actor_id: string | null
  from_key: string
  to_key: string
  conversions: number
  purchases: number
  /** Exact decimal text. */
  revenue: string
}

export const BALANCE_FIELDS = [
  "revenue_then",
  "moved_in",
  "moved_out",
  "late",
  "corrected",
  "revenue_now",
] as const

/** Exact decimal texts; `key` is null in the total. */
export type AttributionBalanceRow = {
  key: string | null
} & Record<(typeof BALANCE_FIELDS)[number], string>

export interface AttributionChangesRow {
  changes: AttributionMoveRow[]
  campaigns: AttributionBalanceRow[]
  /** What no exchange rate covers. */
  unconverted: { currency: string; revenue: string; purchases: number }[]
}
