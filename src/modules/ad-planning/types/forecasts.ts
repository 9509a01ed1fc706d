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

/** What daily series are asked for. */
export interface SeriesRequest {
  /** First and last day, both included; days of `timezone`. */
  from_date: string
  to_date: string
  timezone: string
  currency: string
  /** What is known before this instant alone: corrections, too. */
  as_of: Date
  /** Only these campaigns, and no other scope; null for every scope. */
  campaign_ids: string[] | null
}

/** One scope's day. Days on which nothing was are not there. */
export interface SeriesDay {
  scope: string
  ad_campaign_id: string | null
  platform: string | null
  date: string
  /** Whether a platform reported the day, be it 0. */
  has_metric: boolean
  spend: number
  impressions: number
  clicks: number
  /** Purchases, leads and primary goals. */
  conversions: number
  purchases: number
  revenue: number
  /** Visits that an ad of it brought. */
  visits: number
}

/** Where the data ends, and what can be forecast. */
export interface SeriesState {
  /** The last day of complete spend; null without any. */
  spend_complete_through: string | null
  first_date: string | null
}

export interface ForecastCampaign {
  id: string
  name: string
  platform: string
  status: string | null
  currency: string | null
}

/** The share of its final worth that revenue has at an age of so many whole days. */
export interface MaturityRow {
  age_days: number
  net_at_age: number
  net_final: number
}

export interface StepBounds {
  lower_80: number
  upper_80: number
  lower_95: number
  upper_95: number
}

/** One row of `budget_forecast` before it is written. */
export interface NewForecastRow {
  scope: string
  scope_type: ForecastScopeType
  ad_campaign_id: string | null
  platform: string | null
  forecast_date: string
  horizon: number
  method: string
  predicted: Partial<Record<ForecastMetric, number>>
  intervals: Partial<Record<ForecastMetric, StepBounds>>
  naive: Partial<Record<ForecastMetric, number>>
}

/** One row of `ad_planning_forecast_series` before it is written. */
export interface NewSeriesRow {
  scope: string
  metric: ForecastMetric
  status: ForecastStatus
  observed: number
  required: number
  from_date: string | null
  to_date: string | null
  method: string | null
  is_model_based: boolean
  error_count: number
  naive_scale: number | null
  model_errors: Record<string, number> | null
  scaling: number | null
}

/** Everything one run of the forecast writes. */
export interface ForecastRun {
  generated_on: string
  generated_at: Date
  currency: string
  rows: NewForecastRow[]
  series: NewSeriesRow[]
}

export interface KnownEvent {
  name: string
  kind: ForecastEventKind
  starts_on: string
  ends_on: string
  ad_campaign_id: string | null
  expected_factor: number | null
}

/** What a campaign may cost. */
export interface CampaignBudget {
  ad_campaign_id: string
  source: BudgetSource
  currency: string
  daily_amount: number | null
  monthly_amount: number | null
  lifetime_amount: number | null
}

/** A fitted curve as it is kept. */
export interface StoredCurve {
  ad_campaign_id: string
  currency: string
  is_usable: boolean
  refusal: string | null
  curve: unknown
}

export interface AnomalyRow {
  scope: string
  ad_campaign_id: string | null
  metric: AnomalyMetric
  starts_on: string
  ends_on: string
  observed: number
  expected: number
  lower: number
  upper: number
  p_value: number
  cause: unknown
}

export interface PacingRow {
  ad_campaign_id: string
  month: string
  band: PacingBand
  projected_share: number
}
