import {
  FORECAST_METRICS,
  type ForecastMetric,
  type ForecastScopeType,
  type KnownEvent,
  type NewForecastRow,
  type NewSeriesRow,
  type StepBounds,
} from "../../types"
import { dayAfter } from "./days"
import { eventEffects, factorOn, withoutEvents } from "./event-factors"
import {
  forecastSeries,
  MIN_POINTS,
  type SeriesForecast,
} from "./forecast-series"
import { scalingFactors } from "./scale-parts"
import type { ScopeSeries } from "./scope-series"

const WEEK = 7

/** One scope's forecast of one metric, and what it may be scaled by. */
interface Outcome {
  series: ScopeSeries
  metric: ForecastMetric
  forecast: SeriesForecast | null
  point: number[]
  bounds: StepBounds[]
  naive: number[]
  factors: number[]
}

/**
 * Forecasts every scope and makes the parts add up: the total is forecast itself,
 * platforms and the rest are scaled to it, campaigns to their platform. A campaign with
 * too little data takes part in the sum with its mean, and has no forecast.
 *
 * @param end - the last day of data; the first forecast is of the day after
 * @param horizon - days after `end`
 */
export function forecastScopes(
  all: readonly ScopeSeries[],
  events: readonly KnownEvent[],
  end: string,
  horizon: number
): { rows: NewForecastRow[]; series: NewSeriesRow[] } {
  const outcomes = all.flatMap((series) =>
    FORECAST_METRICS.map((metric) =>
      forecastMetric(series, metric, events, end, horizon)
    )
  )
  for (const metric of FORECAST_METRICS) {
    const ofMetric = outcomes.filter((outcome) => outcome.metric === metric)
    const total = ofMetric.find(({ series }) => series.scope === "total")
    const platforms = ofMetric.filter(({ series }) => isPlatform(series))
    const rest = ofMetric.filter(({ series }) => series.scope === "rest")
    if (total) {
      scale(total, [...platforms, ...rest])
    }
    for (const platform of platforms) {
      scale(
        platform,
        ofMetric.filter(
          ({ series }) =>
            series.ad_campaign_id !== null &&
            series.platform === platform.series.platform
        )
      )
    }
  }
  return {
    rows: all.flatMap((series) => rowsOf(series, outcomes, end, horizon)),
    series: outcomes.map((outcome) => seriesRow(outcome)),
  }
}

function forecastMetric(
  series: ScopeSeries,
  metric: ForecastMetric,
  events: readonly KnownEvent[],
  end: string,
  horizon: number
): Outcome {
  const values = series.values[metric]
  const own = events.filter(
    ({ ad_campaign_id }) =>
      ad_campaign_id === null || ad_campaign_id === series.ad_campaign_id
  )
  const effects = eventEffects(series.dates, values, own)
  const calm = withoutEvents(series.dates, values, own, effects)
  const forecast = forecastSeries(calm, WEEK, horizon)
  const factors = Array.from({ length: horizon }, (_, step) =>
    factorOn(dayAfter(end, step + 1), own, effects)
  )
  if (forecast.status !== "ok") {
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length
    return {
      series,
      metric,
      forecast: null,
      bounds: [],
      naive: [],
      factors: [],
      point: factors.map((factor) => mean * factor),
    }
  }
  return {
    series,
    metric,
    forecast,
    factors: [],
    naive: forecast.naive,
    point: forecast.point.map((value, step) => value * factors[step]!),
    bounds: forecast.intervals.map((bounds, step) =>
      times(bounds, factors[step]!)
    ),
  }
}

function scale(whole: Outcome, parts: Outcome[]): void {
  if (!whole.forecast) {
    return
  }
  const factors = scalingFactors(
    whole.point,
    parts.map(({ series, point }) => ({ scope: series.scope, point }))
  )
  for (const part of parts) {
    part.factors = factors
    part.point = part.point.map((value, step) => value * factors[step]!)
    part.bounds = part.bounds.map((bounds, step) =>
      times(bounds, factors[step]!)
    )
  }
}

function rowsOf(
  { scope, ad_campaign_id, platform }: ScopeSeries,
  outcomes: readonly Outcome[],
  end: string,
  horizon: number
): NewForecastRow[] {
  const known = outcomes.filter(
    ({ series, forecast }) => series.scope === scope && forecast
  )
  const named = known.find(({ metric }) => metric === "revenue") ?? known[0]
  if (!named?.forecast) {
    return []
  }
  const { method } = named.forecast
  return Array.from({ length: horizon }, (_, step) => ({
    scope,
    scope_type: scopeType(scope),
    ad_campaign_id,
    platform,
    method,
    forecast_date: dayAfter(end, step + 1),
    horizon: step + 1,
    predicted: byMetric(known, ({ point }) => point[step]!),
    intervals: byMetric(known, ({ bounds }) => bounds[step]!),
    naive: byMetric(known, ({ naive }) => naive[step]!),
  }))
}

function seriesRow({
  series,
  metric,
  forecast,
  factors,
}: Outcome): NewSeriesRow {
  return {
    scope: series.scope,
    metric,
    status: forecast ? "ok" : "insufficient_data",
    observed: series.dates.length,
    required: MIN_POINTS,
    from_date: series.dates[0] ?? null,
    to_date: series.dates.at(-1) ?? null,
    method: forecast?.method ?? null,
    is_model_based: forecast?.is_model_based ?? false,
    error_count: forecast?.error_count ?? 0,
    naive_scale: forecast?.naive_scale ?? null,
    model_errors: forecast?.model_errors ?? null,
    scaling: factors.length
      ? factors.reduce((sum, factor) => sum + factor, 0) / factors.length
      : null,
  }
}

function byMetric<Value>(
  outcomes: readonly Outcome[],
  read: (outcome: Outcome) => Value
): Partial<Record<ForecastMetric, Value>> {
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome.metric, read(outcome)])
  )
}

function times(bounds: StepBounds, factor: number): StepBounds {
  return {
    lower_80: bounds.lower_80 * factor,
    upper_80: bounds.upper_80 * factor,
    lower_95: bounds.lower_95 * factor,
    upper_95: bounds.upper_95 * factor,
  }
}

function isPlatform({ scope }: ScopeSeries): boolean {
  return scope.startsWith("platform:")
}

export function scopeType(scope: string): ForecastScopeType {
  const [kind] = scope.split(":")
  return kind === "platform" || kind === "campaign" || kind === "rest"
    ? kind
    : "total"
}
