/** Enumerations and shapes of experiments, shared by model, validators and statistics. */

export const EXPERIMENT_TYPES = [
  "ad_creative",
  "landing_page",
  "audience",
  "budget",
  "bidding",
  "storefront",
] as const
export type ExperimentType = (typeof EXPERIMENT_TYPES)[number]

export const EXPERIMENT_STATUSES = ["draft", "running", "completed"] as const
export type ExperimentStatus = (typeof EXPERIMENT_STATUSES)[number]

/** `sequential` may be looked at at any time; `fixed` decides once. */
export const DECISION_METHODS = ["sequential", "fixed"] as const
export type DecisionMethod = (typeof DECISION_METHODS)[number]

/** What is measured of each visitor; those of ads are measured of days. */
export const VISITOR_METRICS = [
  "conversion_rate",
  "revenue_per_visitor",
  "average_order_value",
  "add_to_cart_rate",
  "checkout_rate",
  "leads",
] as const
export const AD_METRICS = ["ctr", "cpc", "cpa", "roas"] as const
export const EXPERIMENT_METRICS = [...VISITOR_METRICS, ...AD_METRICS] as const
export type VisitorMetricName = (typeof VISITOR_METRICS)[number]
export type AdMetricName = (typeof AD_METRICS)[number]
export type ExperimentMetricName = (typeof EXPERIMENT_METRICS)[number]

export const METRIC_DIRECTIONS = ["increase", "decrease"] as const
/** Which way is good. */
export type MetricDirection = (typeof METRIC_DIRECTIONS)[number]

export interface ExperimentMetric {
  metric: ExperimentMetricName
  direction: MetricDirection
  /** conversion_rate alone: of which goal, or of which type; purchases else. */
  goal_id?: string
  conversion_type?: string
}

export interface ExperimentVariant {
  key: string
  name: string
  /** Share of the exposed, in (0, 1); all of them sum to 1. */
  weight: number
  is_control: boolean
  ad_campaign_id?: string
  ad_set_id?: string
  ad_id?: string
}

/** GrowthBook's namespace: of one id only those whose hash is in the range. */
export interface ExperimentNamespace {
  id: string
  /** [0, 1], half-open. */
  range: [number, number]
}

/** What is fixed when an experiment begins, so that nobody can choose it later. */
export interface ExperimentPlan {
  /** Tuning of the confidence sequence. */
  rho_squared: number
  /** Of amounts; null where the shop sells in none or several. */
  currency: string | null
  revenue_basis: string
  /** Days until a purchase counts as kept. */
  refund_maturity_days: number
  /** 99.9th percentile of positive visitor totals before the start, by metric. */
  caps: Record<string, number | null>
  /** Whether CUPED is used, by metric; absent until the first look that may. */
  cuped?: Record<string, boolean>
}

/** What was done after an experiment. */
export interface ExperimentShipment {
  variant: string
  reason: string
  shipped_at: string
  shipped_by: string | null
}

export const DEVICES = ["desktop", "mobile", "tablet"] as const
export type Device = (typeof DEVICES)[number]
