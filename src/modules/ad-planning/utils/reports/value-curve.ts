import BigNumber from "bignumber.js"

/** What a cohort spent: its buyers by age, and their revenue day by day. */
export interface CohortCurve {
  /** [days that are over; buyers] */
  buyers_by_age: readonly (readonly [number, number])[]
  /** [day; revenue on it of those whose day is over] */
  revenue_by_day: readonly (readonly [number, string])[]
}

// Where so few are left, the mean is that of a few of the oldest buyers. Survival
// curves are ended at 10 to 20 % (Pocock, Clayton & Altman 2002, Lancet 359:1686).
const REQUIRED_SHARE = 0.2

const DECIMALS = 12

/** How many buyers' first `day` days are over. */
export function buyersThrough({ buyers_by_age }: CohortCurve, day: number) {
  return buyers_by_age
    .filter(([age]) => age >= day)
    .reduce((sum, [, buyers]) => sum + buyers, 0)
}

/**
 * The last day that at least a fifth of the buyers have behind them; null without
 * buyers.
 */
export function observedDays(curve: CohortCurve): number | null {
  const required = REQUIRED_SHARE * buyersThrough(curve, 0)
  const days = curve.buyers_by_age
    .map(([age]) => age)
    .filter((age) => buyersThrough(curve, age) >= required)
  return days.length === 0 ? null : Math.max(...days)
}

/**
 * The first day on which what a buyer is worth on average reaches a cost. The
 * average grows each day by the mean of that day over the buyers who have it behind
 * them: the mean cumulative function of recurrent events with costs (W. Nelson 1988,
 * J. Quality Technology 20:24-35). So the young are no reason to wait, and no day is
 * a mean of old buyers' money over all.
 *
 * @param cost - of one buyer, in the currency of the revenue
 * @returns null when it does not within the days observed
 */
export function paybackDay(curve: CohortCurve, cost: BigNumber): number | null {
  const lastDay = observedDays(curve)
  let value = new BigNumber(0)
  for (const [day, revenue] of curve.revenue_by_day) {
    if (lastDay === null || day > lastDay) {
      return null
    }
    value = value.plus(new BigNumber(revenue).div(buyersThrough(curve, day)))
    if (value.decimalPlaces(DECIMALS).gte(cost.decimalPlaces(DECIMALS))) {
      return day
    }
  }
  return null
}
