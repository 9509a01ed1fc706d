/** Enumerations and shapes of experiments, shared by model, validators and statistics. */
import type { RevenueBasis } from "./options"

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
  revenue_basis: RevenueBasis
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

/** An experiment as its row says. */
export interface Experiment {
  id: string
  key: string
  name: string
  hypothesis: string | null
  experiment_type: ExperimentType
  status: ExperimentStatus
  variants: ExperimentVariant[]
  coverage: number
  hash_seed: string | null
  namespace: ExperimentNamespace | null
  primary_metric: ExperimentMetric[]
  guardrail_metrics: ExperimentMetric[]
  decision_method: DecisionMethod
  confidence_level: number
  minimum_detectable_effect: number
  planned_visitors: number | null
  conversion_window_hours: number
  use_cuped: boolean
  is_split_test: boolean
  website_id: string | null
  started_at: Date | null
  ended_at: Date | null
  plan: ExperimentPlan | null
  is_final: boolean
  is_significant: boolean
  significant_at: Date | null
  shipment: ExperimentShipment | null
}

/** What a draft may be made of; the rest has its default. */
export interface NewExperiment {
  key?: string
  name: string
  hypothesis?: string | null
  experiment_type: ExperimentType
  variants?: ExperimentVariant[]
  coverage?: number
  hash_seed?: string | null
  namespace?: ExperimentNamespace | null
  primary_metric?: ExperimentMetric[]
  guardrail_metrics?: ExperimentMetric[]
  decision_method?: DecisionMethod
  confidence_level?: number
  minimum_detectable_effect?: number
  planned_visitors?: number | null
  conversion_window_hours?: number
  use_cuped?: boolean
  is_split_test?: boolean
  website_id?: string | null
}

export type ExperimentChange = Partial<NewExperiment>

/** What a browser or a server says that a visitor saw. */
export interface ExposureMessage {
  visitor_id: string
  experiment: string
  variant: string
  /** ISO 8601. */
  exposed_at: string
  website_id: string | null
  device: Device | null
  country_code: string | null
}

export const EXPOSURE_OUTCOMES = [
  "counted",
  "duplicate",
  "conflict",
  "unknown_experiment",
  "not_running",
  "too_late",
  "not_included",
  "erased",
] as const
export type ExposureOutcome = (typeof EXPOSURE_OUTCOMES)[number]

/** One row as it is written. */
export interface ExposureFact {
  experiment_id: string
  visitor_id: string
  variant: string
  exposed_at: string
  conflict_at: string | null
  website_id: string | null
  device: Device | null
  country_code: string | null
}

/** By what figures are asked for. */
export const METRIC_GROUPS = [
  "day",
  "device",
  "country",
  "campaign",
  "segment",
] as const
export type MetricGroup = (typeof METRIC_GROUPS)[number]

/** One metric of one experiment at one moment; instants as ISO 8601. */
export interface MetricQuestion {
  experiment_id: string
  metric: ExperimentMetric
  is_money: boolean
  /** Of ads: which is which variant; null = exposures count. */
  ads:
    | (Pick<ExperimentVariant, "ad_campaign_id" | "ad_set_id" | "ad_id"> & {
        variant: string
      })[]
    | null
  started_at: string
  ended_at: string | null
  as_of: string
  timezone: string
  window_hours: number
  maturity_days: number
  currency: string | null
  revenue_basis: RevenueBasis
  cap: number | null
  use_cuped: boolean
}
