import type { ForecastMetric } from "../../../../../modules/ad-planning/types/forecasts"
import type {
  ForecastDay,
  SeriesAnswer,
} from "../../../../../modules/ad-planning/types/http/forecasts"
import type { FanPoint } from "./fan-plot"

const SUMMED_DAYS = 30

/** Days that were, then days that are expected. */
export function fanPoints(
  history: SeriesAnswer["series"],
  forecasts: readonly ForecastDay[],
  metric: ForecastMetric
): FanPoint[] {
  return [
    ...history.map((day) => ({
      date: day.date,
      actual: day[metric],
      predicted: null,
      wide: null,
      narrow: null,
    })),
    ...forecasts.map((day) => {
      const bounds = day.intervals[metric]
      return {
        date: day.forecast_date,
        actual: null,
        predicted: day[`predicted_${metric}`],
        wide: bounds ? pair(bounds.lower_95, bounds.upper_95) : null,
        narrow: bounds ? pair(bounds.lower_80, bounds.upper_80) : null,
      }
    }),
  ]
}

/** The sum of the next 30 days, or of as many as there are. */
export function sumsOf(
  forecasts: readonly ForecastDay[],
  metric: ForecastMetric
): { days: number; value: number } {
  const days = forecasts.slice(0, SUMMED_DAYS)
  return {
    days: days.length,
    value: days.reduce(
      (sum, day) => sum + (day[`predicted_${metric}`] ?? 0),
      0
    ),
  }
}

function pair(lower: number, upper: number): [number, number] {
  return [lower, upper]
}
