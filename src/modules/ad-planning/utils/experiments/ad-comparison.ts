import type { AdMetricName } from "../../types"
import type { AdComparison } from "../../types/http/experiments"
import { studentCritical, studentP } from "./distributions"
import { sampleVariance } from "./metric-sums"

/** What one variant's ads cost and brought on a day. */
export interface AdDay {
  variant: string
  date: string
  impressions: number
  clicks: number
  spend: number
  purchases: number
  revenue: number
}

/** Fewer paired days say nothing. */
export const MIN_PAIRED_DAYS = 14

type Amount = "impressions" | "clicks" | "spend" | "purchases" | "revenue"

const RATIOS: Record<AdMetricName, [Amount, Amount]> = {
  ctr: ["clicks", "impressions"],
  cpc: ["spend", "clicks"],
  cpa: ["spend", "purchases"],
  roas: ["revenue", "spend"],
}

/**
 * A ratio of sums over the days that both have, treatment less control, with the day
 * as the unit: its differences are linearised and compared with their own spread.
 *
 * @see Deng et al., KDD 2018, on ratio metrics; t with days - 1 degrees of freedom
 */
export function adComparison(
  metric: AdMetricName,
  days: AdDay[],
  control: string,
  variant: string,
  alpha: number
): AdComparison {
  const [top, bottom] = RATIOS[metric]
  const pairs = days
    .filter((day) => day.variant === control)
    .flatMap((before) => {
      const after = days.find(
        (day) => day.variant === variant && day.date === before.date
      )
      return after ? [{ before, after }] : []
    })
  const befores = pairs.map(({ before }) => before)
  const afters = pairs.map(({ after }) => after)
  const control_value = ratioOf(befores, top, bottom)
  const value = ratioOf(afters, top, bottom)
  const result = {
    variant,
    metric,
    days: pairs.length,
    control_value,
    value,
    difference: null,
    p_value: null,
    difference_interval: { lower: null, upper: null },
  }
  if (control_value === null || value === null) {
    return result
  }
  const difference = value - control_value
  const residuals = pairs.map(
    ({ before, after }) =>
      (after[top] - value * after[bottom]) / mean(afters, bottom) -
      (before[top] - control_value * before[bottom]) / mean(befores, bottom)
  )
  const n = pairs.length
  const variance =
    sampleVariance(n, sum(residuals), sum(residuals.map((one) => one * one))) /
    n
  if (n < MIN_PAIRED_DAYS || !(variance > 0)) {
    return { ...result, difference }
  }
  const error = Math.sqrt(variance)
  const margin = studentCritical(alpha, n - 1) * error
  return {
    ...result,
    difference,
    p_value: studentP(difference / error, n - 1),
    difference_interval: {
      lower: difference - margin,
      upper: difference + margin,
    },
  }
}

function ratioOf(days: AdDay[], top: Amount, bottom: Amount): number | null {
  const below = sum(days.map((day) => day[bottom]))
  return below > 0 ? sum(days.map((day) => day[top])) / below : null
}

const mean = (days: AdDay[], amount: Amount) =>
  sum(days.map((day) => day[amount])) / days.length

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)
