import { errorQuantiles, type StepInterval } from "./intervals"
import {
  allForecasts,
  FORECAST_METHODS,
  selectMethod,
  type ForecastMethod,
} from "./select-model"
import { seasonalNaive } from "./seasonal-naive"

export interface SeriesForecast {
  status: "ok"
  method: ForecastMethod
  /** Beside `point` what the last cycle says, the bar to pass. */
  point: number[]
  naive: number[]
  intervals: StepInterval[]
  /** Intervals by the spread of one step's errors: past errors are too few. */
  is_model_based: boolean
  error_count: number
  /** Mean absolute error over inner origins and steps; null without any. */
  model_errors: Record<ForecastMethod, number> | null
  /** Mean absolute change over a cycle: what MASE divides by. */
  naive_scale: number | null
}

export interface ShortSeries {
  status: "insufficient_data"
  observed: number
  required: number
}

/** Points below which nothing is forecast. */
export const MIN_POINTS = 14
const MAX_INNER_ORIGINS = 120
const Z = { 80: 1.2815515655446004, 95: 1.959963984540054 }

/**
 * Forecasts a series, with intervals that its own past errors justify. The median of
 * theta, damped Holt-Winters and seasonal naive; one of them instead where it was at
 * least 5 % better from the last 120 days (or weeks) on.
 *
 * @param values - oldest first, one a day or week, no gaps; finite
 * @param cycle - points of a season: 7 for days, 52 for weeks, 1 for none
 * @param horizon - how many values ahead, from 1
 * @throws RangeError for a value that is not finite, or a horizon below 1
 */
export function forecastSeries(
  values: readonly number[],
  cycle: number,
  horizon: number
): SeriesForecast | ShortSeries {
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new RangeError(`horizon must be an integer >= 1, got ${horizon}`)
  }
  if (!values.every(Number.isFinite)) {
    throw new RangeError("values must be finite")
  }
  const count = values.length
  if (count < MIN_POINTS) {
    return {
      status: "insufficient_data",
      observed: count,
      required: MIN_POINTS,
    }
  }
  const inner = innerErrors(values, cycle, horizon)
  const method = inner ? selectMethod(inner.means) : "median"
  const ahead = allForecasts(values, cycle, [count], horizon)
  const point = ahead[method][0]!
  const errors = inner?.absolute[method] ?? []
  const measured = bothWidths(errors, horizon)
  return {
    status: "ok",
    method,
    point,
    naive: seasonalNaive(values, cycle, [count], horizon)[0]!,
    intervals: around(
      point,
      measured ?? modelWidths(values, cycle, horizon),
      values.every((value) => value >= 0)
    ),
    is_model_based: measured === null,
    error_count: errors.filter((steps) => steps.length === horizon).length,
    model_errors: inner?.means ?? null,
    naive_scale: naiveScale(values, cycle),
  }
}

interface InnerErrors {
  means: Record<ForecastMethod, number>
  /** By method and origin, as far as its future is known. */
  absolute: Record<ForecastMethod, number[][]>
}

/** What each method would have missed by, from origins of the past. */
function innerErrors(
  values: readonly number[],
  cycle: number,
  horizon: number
): InnerErrors | null {
  const count = values.length
  const first = Math.max(MIN_POINTS, count - MAX_INNER_ORIGINS - horizon + 1)
  const origins = Array.from(
    { length: Math.max(0, count - first) },
    (_, index) => first + index
  )
  if (origins.length === 0) {
    return null
  }
  const forecasts = allForecasts(values, cycle, origins, horizon)
  const absolute = byMethod((method) =>
    forecasts[method].map((steps, index) =>
      steps
        .slice(0, count - origins[index]!)
        .map((step, ahead) => Math.abs(values[origins[index]! + ahead]! - step))
    )
  )
  return {
    absolute,
    means: byMethod((method) => mean(absolute[method].flat())),
  }
}

interface Widths {
  80: number[]
  95: number[]
}

function bothWidths(errors: number[][], horizon: number): Widths | null {
  const wide = errorQuantiles(errors, horizon, 0.95)
  const narrow = errorQuantiles(errors, horizon, 0.8)
  return wide && narrow && { 80: narrow, 95: wide }
}

/**
 * Widths while too few errors are known: the spread of a step from cycle to cycle,
 * growing with the root of the cycles ahead, as a seasonal random walk's does.
 */
function modelWidths(
  values: readonly number[],
  cycle: number,
  horizon: number
): Widths {
  const lag = values.length > cycle ? cycle : 1
  const squares = values
    .slice(lag)
    .map((value, index) => (value - values[index]!) ** 2)
  const spread = Math.sqrt(mean(squares))
  const width = (z: number) =>
    Array.from(
      { length: horizon },
      (_, step) => z * spread * Math.sqrt(Math.floor(step / lag) + 1)
    )
  return { 80: width(Z[80]), 95: width(Z[95]) }
}

function around(
  point: readonly number[],
  widths: Widths,
  isNonNegative: boolean
): StepInterval[] {
  const floor = isNonNegative ? 0 : -Infinity
  return point.map((value, step) => ({
    lower_80: Math.max(floor, value - widths[80][step]!),
    upper_80: value + widths[80][step]!,
    lower_95: Math.max(floor, value - widths[95][step]!),
    upper_95: value + widths[95][step]!,
  }))
}

function naiveScale(values: readonly number[], cycle: number): number | null {
  const lag = values.length > cycle ? cycle : 1
  const scale = mean(
    values.slice(lag).map((value, index) => Math.abs(value - values[index]!))
  )
  return scale > 0 ? scale : null
}

function byMethod<Value>(
  read: (method: ForecastMethod) => Value
): Record<ForecastMethod, Value> {
  const [median, theta, holt_winters, seasonal_naive] =
    FORECAST_METHODS.map(read)
  return {
    median: median!,
    theta: theta!,
    holt_winters: holt_winters!,
    seasonal_naive: seasonal_naive!,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / (values.length || 1)
}
