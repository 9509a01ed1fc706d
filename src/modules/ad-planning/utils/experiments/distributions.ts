import chiSquaredCdf from "@stdlib/stats-base-dists-chisquare-cdf"
import normalCdf from "@stdlib/stats-base-dists-normal-cdf"
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile"
import tCdf from "@stdlib/stats-base-dists-t-cdf"
import tQuantile from "@stdlib/stats-base-dists-t-quantile"

/** Two-sided p of a standard normal score; in [0, 1]. */
export function normalP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1))
}

/** Two-sided p of Student's t; `df` above 0. */
export function studentP(t: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), df))
}

/** The score whose two-sided normal p is `alpha`, in (0, 1). */
export function normalCritical(alpha: number): number {
  return normalQuantile(1 - alpha / 2, 0, 1)
}

/** The t whose two-sided p is `alpha`, in (0, 1). */
export function studentCritical(alpha: number, df: number): number {
  return tQuantile(1 - alpha / 2, df)
}

/** The score below which a standard normal variable is with probability `p`. */
export function normalScore(p: number): number {
  return normalQuantile(p, 0, 1)
}

/** P(chi-squared with `df` degrees of freedom is at least `x`). */
export function chiSquaredP(x: number, df: number): number {
  return 1 - chiSquaredCdf(x, df)
}
