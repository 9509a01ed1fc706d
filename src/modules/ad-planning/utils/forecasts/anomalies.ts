import { allForecasts } from "./select-model"

export interface AnomalyTest {
  observed: number
  expected: number
  lower: number
  upper: number
  p_value: number
}

/** Sums over three days: single days give false alarms. */
export const ANOMALY_DAYS = 3
/** Smaller departures are nobody's business. */
export const MIN_DEPARTURE = 0.2
/** False discoveries among a day's alarms. */
export const ANOMALY_RATE = 0.001
const MIN_HISTORY = 56
const MAX_ORIGINS = 120
const WEEK = 7
/** Two-sided 99.9 %. */
export const Z_999 = 3.2905267314918945

/**
 * How unlikely the last three days' sum is, by what was expected of it before them and
 * by how far such sums were off in the past: their root mean square over up to 120
 * origins, never less than Poisson's for counts. A sum that is not farther off than
 * the worst of the past has p = 1: it was seen before without alarm.
 *
 * @param values - oldest first, daily; ends with the three days
 * @param isCount - whether a sum's own noise is at least its root
 * @returns null with fewer than 8 weeks before them
 */
export function testLastDays(
  values: readonly number[],
  isCount: boolean
): AnomalyTest | null {
  const last = values.length - ANOMALY_DAYS
  if (last < MIN_HISTORY) {
    return null
  }
  const first = Math.max(MIN_HISTORY / 2, last - MAX_ORIGINS)
  const origins = Array.from(
    { length: last - first + 1 },
    (_, index) => first + index
  )
  const sums = allForecasts(values, WEEK, origins, ANOMALY_DAYS).median.map(sum)
  const misses = origins
    // Sums that share a day with the tested ones are no past.
    .slice(0, -ANOMALY_DAYS)
    .map(
      (origin, index) =>
        sum(values.slice(origin, origin + ANOMALY_DAYS)) - sums[index]!
    )
  const expected = sums.at(-1)!
  const observed = sum(values.slice(last))
  const spread = Math.max(
    Math.sqrt(misses.reduce((all, each) => all + each ** 2, 0) / misses.length),
    isCount ? Math.sqrt(Math.max(1, expected)) : 0
  )
  const miss = observed - expected
  const worst = worstLike(miss, misses)
  const isNew = spread > 0 && Math.abs(miss) > worst
  const isLarge = Math.abs(miss) >= MIN_DEPARTURE * Math.abs(expected)
  return {
    observed,
    expected,
    lower: Math.max(0, expected - Math.max(worst, Z_999 * spread)),
    upper: expected + Math.max(worst, Z_999 * spread),
    p_value: isNew && isLarge ? twoSided(miss / spread) : 1,
  }
}

/**
 * Benjamini and Hochberg: which of a day's tests stand, at a rate of false discoveries.
 *
 * @returns adjusted p values, in the order given
 * @see Benjamini, Hochberg (1995), JRSS B 57, 289-300; R: p.adjust(p, "BH")
 */
export function adjustedBH(pValues: readonly number[]): number[] {
  const count = pValues.length
  const order = pValues
    .map((p, index) => ({ p, index }))
    .toSorted((a, b) => b.p - a.p)
  const adjusted = pValues.map(() => 1)
  let least = 1
  order.forEach(({ p, index }, place) => {
    least = Math.min(least, (p * count) / (count - place))
    adjusted[index] = least
  })
  return adjusted
}

/** The farthest of the past on the same side: a fall is not measured by a rise. */
export function worstLike(miss: number, misses: readonly number[]): number {
  return Math.max(0, ...misses.map((each) => each * Math.sign(miss)))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0)
}

/** Both tails of the standard normal beyond z. @see Abramowitz, Stegun 26.2.17 */
export function twoSided(z: number): number {
  const x = Math.abs(z)
  const t = 1 / (1 + 0.2316419 * x)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const tail =
    density *
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(1, 2 * tail)
}
