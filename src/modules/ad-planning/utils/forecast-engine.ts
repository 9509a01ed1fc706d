/** The door of `utils/forecasts`: what others may use of it. */
export { accuracyReport } from "./forecasts/accuracy-report"
export { dayAfter, daysFrom, eachDay } from "./forecasts/days"
export { findAnomalies } from "./forecasts/find-anomalies"
export { forecastSeries, MIN_POINTS } from "./forecasts/forecast-series"
export { forecastScopes } from "./forecasts/forecast-scopes"
export { makePlan, type PlanRequest } from "./forecasts/make-plan"
export { maturityFactors } from "./forecasts/maturity"
export { type Pacing, pacingOf } from "./forecasts/pacing"
export { ImpossiblePlan, planBudget } from "./forecasts/plan-budget"
export { type FittedCurve, fitCurve } from "./forecasts/response-curve"
export { responseDays } from "./forecasts/response-days"
export {
  byScope,
  hasEnded,
  type ScopeSeries,
  scopeSeries,
} from "./forecasts/scope-series"
