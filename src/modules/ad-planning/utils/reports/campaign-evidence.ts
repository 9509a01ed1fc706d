/** Conversions below which a campaign's ratios say little. */
export const MINIMUM_CONVERSIONS = 30

// Standard normal quantile of 97.5 %.
const Z_95 = 1.959964

/** 95 %: in so many of 100 cases it holds what chance hides. */
export interface Interval {
  low: number
  high: number
}

/**
 * How a campaign stands beside all campaigns with spend together: better or
 * worse only when its whole interval is.
 */
export type Evidence = "better" | "worse" | "unclear" | "thin"

/**
 * Interval of a campaign's ROAS. Purchases arrive at random, each with an amount
 * of its own: revenue is a compound Poisson sum, of variance number of purchases
 * x mean squared amount (Klugman, Panjer & Willmot, Loss Models, ch. 9). The
 * mean is the whole shop's in the period: a campaign's own few orders rarely
 * hold the large one that makes the difference. Spend is known. It says how far
 * chance alone may move the figure, not whether the ads caused the purchases.
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
}): Interval | null {
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
 * Interval of a campaign's cost per purchase: spend over the interval of a
 * Poisson count, by Byar's approximation (Breslow & Day, Statistical Methods in
 * Cancer Research II, 1987, p. 69), within 2 in 10,000 of the exact one from 30
 * purchases on. It is far narrower than that of ROAS where orders differ in size.
 *
 * @returns null without spend or with less than 30 purchases
 */
export function cpaInterval({
  purchases,
  spend,
}: {
  purchases: number
  spend: number
}): Interval | null {
  if (spend <= 0 || purchases < MINIMUM_CONVERSIONS) {
    return null
  }
  return {
    low: spend / byarBound(purchases + 1, Z_95),
    high: spend / byarBound(purchases, -Z_95),
  }
}

function byarBound(count: number, z: number): number {
  return count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3
}

/**
 * What an interval says beside the average of all campaigns.
 *
 * @param better - which side of the average is the good one
 */
export function evidenceOf(
  interval: Interval | null,
  average: number | null,
  better: "above" | "below"
): Evidence {
  if (interval === null || average === null) {
    return "thin"
  }
  if (interval.low > average) {
    return better === "above" ? "better" : "worse"
  }
  if (interval.high < average) {
    return better === "above" ? "worse" : "better"
  }
  return "unclear"
}
