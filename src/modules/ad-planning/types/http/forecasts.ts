/** What the endpoints of forecasts answer. */
import type {
  AnomalyMetric,
  CampaignBudget,
  ForecastMetric,
  PacingBand,
  PlanObjective,
  StepBounds,
} from "../forecasts"

export interface ForecastDay {
  id: string
  scope: string
  forecast_date: string
  generated_on: string
  horizon: number
  method: string
  predicted_spend: number | null
  predicted_impressions: number | null
  predicted_clicks: number | null
  predicted_conversions: number | null
  predicted_revenue: number | null
  intervals: Partial<Record<ForecastMetric, StepBounds>>
}

export interface ForecastSeriesState {
  scope: string
  metric: ForecastMetric
  status: "ok" | "insufficient_data"
  observed: number
  required: number
  method: string | null
  is_model_based: boolean
}

export interface ForecastsAnswer {
  forecasts: ForecastDay[]
  count: number
  generation: {
    generated_on: string
    from_date: string
    to_date: string
  } | null
  series: ForecastSeriesState[]
}

export interface SeriesAnswer {
  series: ({ date: string } & Record<ForecastMetric, number>)[]
  currency: string
  end: string | null
}

export interface AccuracyFigures {
  days: number
  generations: number
  mae: number
  smape: number | null
  mase: number | null
  bias: number
  coverage_95: number | null
  coverage_80: number | null
  naive_mae: number | null
  gain_over_naive: number | null
  sums: {
    forecasts: number
    mean_error_rate: number | null
    worst_error_rate: number | null
    naive_error_rate: number | null
  } | null
}

export interface AccuracyAnswer {
  accuracy: {
    metric: ForecastMetric
    currency: string
    horizon_days: number
    total: AccuracyFigures | null
    horizons: { from: number; to: number; accuracy: AccuracyFigures }[]
    campaigns: {
      ad_campaign_id: string
      name: string | null
      accuracy: AccuracyFigures
    }[]
    generations: {
      generated_on: string
      days: number
      predicted: number
      actual: number
    }[]
  }
}

export interface CurveRow {
  ad_campaign_id: string
  name: string
  platform: string
  is_usable: boolean
  refusal: string | null
  current_spend: number
  least_spend: number
  most_spend: number
  average_roas: number | null
  marginal_roas: number | null
  marginal_roas_lower: number | null
  marginal_roas_upper: number | null
  marginal_cpa: number | null
}

export interface CurvesAnswer {
  curves: CurveRow[]
  currency: string
  end: string | null
}

export interface PlanLineAnswer {
  ad_campaign_id: string
  name: string | null
  status: "planned" | "locked" | "kept"
  reason: string | null
  current_spend: number
  planned_spend: number
  change_rate: number | null
  current_revenue: number | null
  planned_revenue: number | null
  current_marginal_roas: number | null
  planned_marginal_roas: number | null
}

export interface PlanTotalsAnswer {
  spend: number
  orders: number
  revenue: number
  revenue_lower: number
  revenue_upper: number
  profit: number | null
}

export interface PlanAnswer {
  plan: {
    id: string | null
    objective: PlanObjective
    total_budget: number
    currency: string
    from_date: string
    to_date: string
    lines: PlanLineAnswer[]
    current: PlanTotalsAnswer
    planned: PlanTotalsAnswer
    unspent: number
  }
}

export interface SavedPlan {
  id: string
  name: string
  objective: PlanObjective
  total_budget: number
  currency: string
  from_date: string
  to_date: string
  result: Omit<PlanAnswer["plan"], "id">
}

export interface PlansAnswer {
  plans: SavedPlan[]
  count: number
}

export interface PacingAnswer {
  pacing: {
    ad_campaign_id: string
    name: string
    month: string
    budget: number | null
    budget_source: CampaignBudget["source"] | null
    spent_to_date: number
    projected: number
    projected_share: number | null
    band: PacingBand | null
    daily_left: number | null
  }[]
  currency: string
  end: string | null
}

export interface AnomaliesAnswer {
  anomalies: {
    id: string
    scope: string
    name: string | null
    metric: AnomalyMetric
    starts_on: string
    ends_on: string
    observed: number
    expected: number
    closed_at: string | null
    cause: {
      kind: string
      changes: Partial<Record<AnomalyMetric, number>>
    } | null
  }[]
  count: number
}
