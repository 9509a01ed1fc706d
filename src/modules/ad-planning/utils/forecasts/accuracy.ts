import type { ForecastMetric, StepBounds } from "../../types"

/** One forecast day of one metric, with what happened. */
export interface Hindsight {
  scope: string
  generated_on: string
  horizon: number
  predicted: number
  actual: number
  naive: number | null
  bounds: StepBounds | null
  naive_scale: number | null
}

export interface Accuracy {
  /** Forecast days that are over. */
  days: number
  generations: number
  mae: number
  /** 0 to 2; null when all is 0. */
  smape: number | null
  /** Below 1: better than last week's value was within the training data. */
  mase: number | null
  /** Mean of predicted less actual: above 0 forecasts too much. */
  bias: number
  /** Share of days inside the interval; null without intervals. */
  coverage_95: number | null
  coverage_80: number | null
  naive_mae: number | null
  /** Share by which the mean error is lower than naive's; below 0 it is higher. */
  gain_over_naive: number | null
  /** Of sums over a whole forecast: what a budget is about. */
  sums: SumAccuracy | null
}

export interface SumAccuracy {
  forecasts: number
  /** Mean absolute error of a sum, as a share of the actual sums. */
  mean_error_rate: number | null
  /** The largest one. */
  worst_error_rate: number | null
  naive_error_rate: number | null
}

export type MetricAccuracy = Record<ForecastMetric, Accuracy | null>

// A forecast's sum is judged when so much of it is over.
const MIN_SUMMED_DAYS = 7

/**
 * How good forecasts were, in their own unit and against naive: the same weekday of the
 * last known week. Null without a day that is over.
 *
 * @see R. Hyndman, A. Koehler (2006), Int. J. of Forecasting 22, 679-688 (MASE)
 */
export function accuracyOf(days: readonly Hindsight[]): Accuracy | null {
  if (days.length === 0) {
    return null
  }
  const errors = days.map(({ predicted, actual }) => predicted - actual)
  const mae = mean(errors.map(Math.abs))
  const naive = days.flatMap(({ naive: value, actual }) =>
    value === null ? [] : Math.abs(value - actual)
  )
  const scaled = days.flatMap(({ naive_scale }, index) =>
    naive_scale ? Math.abs(errors[index]!) / naive_scale : []
  )
  const percentages = days.flatMap(({ predicted, actual }) => {
    const size = Math.abs(predicted) + Math.abs(actual)
    return size === 0 ? [] : (2 * Math.abs(predicted - actual)) / size
  })
  const naive_mae = naive.length === days.length ? mean(naive) : null
  return {
    days: days.length,
    generations: new Set(days.map(({ generated_on }) => generated_on)).size,
    mae,
    smape: percentages.length ? mean(percentages) : null,
    mase: scaled.length ? mean(scaled) : null,
    bias: mean(errors),
    coverage_95: coverage(days, "95"),
    coverage_80: coverage(days, "80"),
    naive_mae,
    gain_over_naive: naive_mae ? 1 - mae / naive_mae : null,
    sums: sumAccuracy(days),
  }
}

function coverage(
  days: readonly Hindsight[],
  level: "80" | "95"
): number | null {
  const known = days.flatMap(({ bounds, actual }) =>
    bounds
      ? [
          bounds[`lower_${level}`] <= actual &&
            actual <= bounds[`upper_${level}`],
        ]
      : []
  )
  return known.length ? known.filter(Boolean).length / known.length : null
}

function sumAccuracy(days: readonly Hindsight[]): SumAccuracy | null {
  const forecasts = new Map<string, Hindsight[]>()
  for (const day of days) {
    const key = `${day.generated_on} ${day.scope}`
    forecasts.set(key, [...(forecasts.get(key) ?? []), day])
  }
  const sums = [...forecasts.values()]
    .filter((each) => each.length >= MIN_SUMMED_DAYS)
    .map((each) => ({
      actual: total(each.map(({ actual }) => actual)),
      predicted: total(each.map(({ predicted }) => predicted)),
      naive: total(each.map(({ naive }) => naive ?? NaN)),
    }))
  const actual = total(sums.map((sum) => sum.actual))
  if (sums.length === 0) {
    return null
  }
  const rate = (read: (sum: (typeof sums)[number]) => number) => {
    const misses = total(sums.map((sum) => Math.abs(read(sum) - sum.actual)))
    return actual > 0 && Number.isFinite(misses) ? misses / actual : null
  }
  const rates = sums.flatMap((sum) =>
    sum.actual > 0 ? Math.abs(sum.predicted - sum.actual) / sum.actual : []
  )
  return {
    forecasts: sums.length,
    mean_error_rate: rate(({ predicted }) => predicted),
    worst_error_rate: rates.length ? Math.max(...rates) : null,
    naive_error_rate: rate(({ naive }) => naive),
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0)
}

function mean(values: readonly number[]): number {
  return total(values) / values.length
}
