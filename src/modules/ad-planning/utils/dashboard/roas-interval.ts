/** Purchases below which a campaign's ratios say little. */
export const MINIMUM_CONVERSIONS = 30

// Standard normal quantile of 97.5 %.
const Z_95 = 1.959964

/** A campaign beside all campaigns with spend together. */
export type RoasEvidence =
  "above_average" | "below_average" | "unclear" | "thin"

export interface RoasInterval {
  low: number
  high: number
}

/**
 * 95 % interval of a campaign's ROAS. Purchases arrive at random, each with an
 * amount of its own: revenue is a compound Poisson sum, of variance number of
 * purchases x mean squared amount (Klugman, Panjer & Willmot, Loss Models,
 * ch. 9). The mean is the whole shop's in the period: a campaign's own few
 * orders rarely hold the large one that makes the difference. Spend is known.
 * It says how far chance alone may move the figure, not whether the ads caused
 * the purchases.
 *
 * @returns null without spend or with less than 30 purchases
 */
export function roasInterval({
  revenue,
  purchases,
  meanSquaredAmount,
  spend,
}: {
  revenue: number
  purchases: number
  meanSquaredAmount: number
  spend: number
}): RoasInterval | null {
  if (spend <= 0 || purchases < MINIMUM_CONVERSIONS) {
    return null
  }
  const margin = Z_95 * Math.sqrt(purchases * meanSquaredAmount)
  return {
    low: Math.max(0, revenue - margin) / spend,
    high: (revenue + margin) / spend,
  }
}

/**
 * What a campaign's interval says beside the ROAS of all campaigns: above or
 * below it only when the whole interval is.
 */
export function roasEvidence(
  interval: RoasInterval | null,
  average: number | null
): RoasEvidence {
  if (interval === null || average === null) {
    return "thin"
  }
  if (interval.low > average) {
    return "above_average"
  }
  return interval.high < average ? "below_average" : "unclear"
}
