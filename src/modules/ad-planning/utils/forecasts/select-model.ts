import { holtWinters } from "./holt-winters"
import { knownSeason, type ForecastModel } from "./model"
import { seasonalNaive } from "./seasonal-naive"
import { theta } from "./theta"

export const FORECAST_METHODS = [
  "median",
  "theta",
  "holt_winters",
  "seasonal_naive",
] as const
export type ForecastMethod = (typeof FORECAST_METHODS)[number]

/** By method, from each origin, the values ahead. */
export type MethodForecasts = Record<ForecastMethod, number[][]>

// A model replaces the median only where its error is at least 5 % lower.
const MIN_GAIN = 0.05

/** The forecasts of every method, from every origin. */
export function allForecasts(
  values: readonly number[],
  cycle: number,
  origins: readonly number[],
  horizon: number
): MethodForecasts {
  const run = (model: ForecastModel) =>
    model(values, cycle, origins, horizon).map((steps) =>
      steps.map((step) => bounded(step, values))
    )
  const single = {
    theta: run(theta),
    holt_winters: run(holtWinters),
    seasonal_naive: run(lastCycle),
  }
  const median = origins.map((_, origin) =>
    Array.from({ length: horizon }, (_each, step) =>
      middle(
        single.theta[origin]![step]!,
        single.holt_winters[origin]![step]!,
        single.seasonal_naive[origin]![step]!
      )
    )
  )
  return { median, ...single }
}

/** Seasonal naive where there is a season, else the last value. */
const lastCycle: ForecastModel = (values, cycle, origins, horizon) => {
  const { indices } = knownSeason(values.slice(0, origins[0]), cycle)
  return seasonalNaive(values, indices.length, origins, horizon)
}

/** What is never negative is not forecast to be. */
function bounded(value: number, values: readonly number[]): number {
  return value < 0 && values.every((each) => each >= 0) ? 0 : value
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

/** The method to use, by mean absolute errors of the inner origins. */
export function selectMethod(
  errors: Readonly<Record<ForecastMethod, number>>
): ForecastMethod {
  const best = FORECAST_METHODS.reduce((a, b) =>
    errors[b] < errors[a] ? b : a
  )
  return errors[best] < (1 - MIN_GAIN) * errors.median ? best : "median"
}
