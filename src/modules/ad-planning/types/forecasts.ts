/** What is forecast, planned and watched: enumerations and rows. */

/** The series a forecast is of, in the order they are shown. */
export const FORECAST_METRICS = [
  "spend",
  "impressions",
  "clicks",
  "conversions",
  "revenue",
] as const
export type ForecastMetric = (typeof FORECAST_METRICS)[number]

/** `rest`: what no campaign is credited with, so that parts add up to `total`. */
export const FORECAST_SCOPES = [
  "total",
  "platform",
  "campaign",
  "rest",
] as const
export type ForecastScopeType = (typeof FORECAST_SCOPES)[number]

export const FORECAST_STATUSES = ["ok", "insufficient_data"] as const
export type ForecastStatus = (typeof FORECAST_STATUSES)[number]

export const FORECAST_EVENT_KINDS = ["promotion", "holiday", "other"] as const
export type ForecastEventKind = (typeof FORECAST_EVENT_KINDS)[number]

/** Who says what a campaign may cost: its platform's row in the store, or a person. */
export const BUDGET_SOURCES = ["host", "store"] as const
export type BudgetSource = (typeof BUDGET_SOURCES)[number]

export const PLAN_OBJECTIVES = ["revenue", "conversions", "profit"] as const
export type PlanObjective = (typeof PLAN_OBJECTIVES)[number]

/** What anomalies are looked for in. */
export const ANOMALY_METRICS = [
  "spend",
  "clicks",
  "visits_per_click",
  "conversions",
  "revenue",
] as const
export type AnomalyMetric = (typeof ANOMALY_METRICS)[number]

/** Projected spend of the month, as a share of its budget. */
export const PACING_BANDS = [
  "far_under",
  "under",
  "on_pace",
  "over",
  "far_over",
] as const
export type PacingBand = (typeof PACING_BANDS)[number]
