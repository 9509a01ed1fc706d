import type { Estimate } from "./welch"

/**
 * What SQL says of one variant's matured visitors. `sum` and its like are of the
 * figure per visitor, winsorised; `covariate_*` of those who were there before.
 */
export interface MetricSums {
  visitors: number
  /** Visitors with a figure above 0. */
  converters: number
  sum: number
  sum_squares: number
  raw_sum: number
  raw_sum_squares: number
  /** Orders, of a metric that is per order; else 0. */
  denominator: number
  denominator_squares: number
  /** Sum of figure x orders. */
  cross: number
  seen: number
  seen_sum: number
  covariate_sum: number
  covariate_squares: number
  covariate_cross: number
}

export const NO_SUMS: MetricSums = {
  visitors: 0,
  converters: 0,
  sum: 0,
  sum_squares: 0,
  raw_sum: 0,
  raw_sum_squares: 0,
  denominator: 0,
  denominator_squares: 0,
  cross: 0,
  seen: 0,
  seen_sum: 0,
  covariate_sum: 0,
  covariate_squares: 0,
  covariate_cross: 0,
}

const FIELDS = Object.keys(NO_SUMS) as (keyof MetricSums)[]

export function addSums(a: MetricSums, b: MetricSums): MetricSums {
  const sums = { ...NO_SUMS }
  for (const field of FIELDS) {
    sums[field] = a[field] + b[field]
  }
  return sums
}

/** Variance of a sample of `n` from its sums; 0 for less than two. */
export function sampleVariance(
  n: number,
  sum: number,
  squares: number
): number {
  return n < 2 ? 0 : Math.max(0, (squares - (sum * sum) / n) / (n - 1))
}

/** Covariance of a sample from its sums; 0 for less than two. */
export function sampleCovariance(
  n: number,
  sumX: number,
  sumY: number,
  cross: number
): number {
  return n < 2 ? 0 : (cross - (sumX * sumY) / n) / (n - 1)
}

/** The mean per visitor; null without visitors. */
export function visitorMean(sums: MetricSums): Estimate | null {
  const { visitors, sum, sum_squares } = sums
  return visitors === 0
    ? null
    : {
        visitors,
        mean: sum / visitors,
        variance: sampleVariance(visitors, sum, sum_squares) / visitors,
      }
}

/**
 * The mean per order, of visitors as they are drawn: a ratio of two means, its
 * variance linearised. Null without orders.
 *
 * @see Deng et al., KDD 2018, "Applying the delta method in metric analytics"
 */
export function orderMean(sums: MetricSums): Estimate | null {
  const { visitors, sum, denominator } = sums
  if (denominator === 0) {
    return null
  }
  const mean = sum / denominator
  const perVisitor = denominator / visitors
  const variance =
    sampleVariance(visitors, sum, sums.sum_squares) -
    2 * mean * sampleCovariance(visitors, sum, denominator, sums.cross) +
    mean ** 2 * sampleVariance(visitors, denominator, sums.denominator_squares)
  return {
    visitors,
    mean,
    variance: Math.max(0, variance) / visitors / perVisitor ** 2,
  }
}
