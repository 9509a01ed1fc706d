/** The door of `utils/forecasts`: what others may use of it. */
export { dayAfter, daysFrom, eachDay } from "./forecasts/days"
export { forecastSeries, MIN_POINTS } from "./forecasts/forecast-series"
export type { SeriesForecast, ShortSeries } from "./forecasts/forecast-series"
export { forecastScopes } from "./forecasts/forecast-scopes"
export { maturityFactors } from "./forecasts/maturity"
export { byScope, hasEnded, scopeSeries } from "./forecasts/scope-series"
export type { ScopeSeries } from "./forecasts/scope-series"
