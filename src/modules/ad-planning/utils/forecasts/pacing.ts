import type { PacingBand } from "../../types"

export interface PacingInput {
  /** Spend of each day of the month so far, oldest first: days that are over. */
  spent: readonly number[]
  days_in_month: number
  /** Of the whole month. */
  budget: number | null
  /** Expected spend of the days that are left, if forecast. */
  expected: number | null
}

export interface Pacing {
  spent_to_date: number
  projected: number
  /** Projected by budget; null without a budget. */
  projected_share: number | null
  band: PacingBand | null
  /** What may be spent a day from now on to end at the budget. */
  daily_left: number | null
}

// Bands of 85, 95, 105 and 115 % of the budget.
const BOUNDS: [number, PacingBand][] = [
  [0.85, "far_under"],
  [0.95, "under"],
  [1.05, "on_pace"],
  [1.15, "over"],
]

/**
 * Where a month's spend is heading: what is spent and what is forecast for the days
 * left, or their mean so far without a forecast.
 */
export function pacingOf({
  spent,
  days_in_month,
  budget,
  expected,
}: PacingInput): Pacing {
  const spent_to_date = spent.reduce((sum, each) => sum + each, 0)
  const left = days_in_month - spent.length
  const mean = spent.length ? spent_to_date / spent.length : 0
  const projected = spent_to_date + (left > 0 ? (expected ?? mean * left) : 0)
  // On the first day of a month, without a forecast, nothing is known of it.
  const isKnown = spent.length > 0 || expected !== null
  const share =
    isKnown && budget !== null && budget > 0 ? projected / budget : null
  return {
    spent_to_date,
    projected,
    projected_share: share,
    band: share === null ? null : bandOf(share),
    daily_left:
      budget === null || left <= 0
        ? null
        : Math.max(0, budget - spent_to_date) / left,
  }
}

export function bandOf(share: number): PacingBand {
  return BOUNDS.find(([bound]) => share < bound)?.[1] ?? "far_over"
}
