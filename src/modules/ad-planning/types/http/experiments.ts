import type {
  ExperimentMetric,
  ExperimentStatus,
  DecisionMethod,
} from "../experiments"

/** Bounds of a figure; null where there is none on that side. */
export interface Interval {
  lower: number | null
  upper: number | null
}

export interface SampleRatio {
  status: "ok" | "mismatch" | "insufficient_data"
  observed: number
  /** Exposures that a look needs. */
  required: number
  chi2: number | null
  df: number | null
  p_value: number | null
}

/** What one method says of a comparison. */
export interface TestOutcome {
  p_value: number | null
  /** Of the difference, in the metric's own unit. */
  difference_interval: Interval
  /** Relative to the control: 0.1 is 10 % more. */
  lift_interval: Interval
}

/** One treatment beside the control, in one metric. */
export interface Comparison {
  variant: string
  /** Matured visitors of both. */
  visitors: number
  /** Treatment less control. */
  difference: number | null
  lift: number | null
  /** Treatment less control in standard errors. */
  score: number | null
  /** By the experiment's method. */
  p_value: number | null
  /** Holm, over primary metrics x treatments; null of a guardrail. */
  adjusted_p_value: number | null
  is_significant: boolean
  /** Of a guardrail: its 1 - 2 alpha interval lies wholly on the bad side. */
  is_harmed: boolean
  difference_interval: Interval
  lift_interval: Interval
  /** Bonferroni: all of them hold at once. */
  simultaneous_lift_interval: Interval
  /** Of the difference, at 1 - 2 alpha: what a guardrail goes by. */
  guardrail_interval: Interval
  sequential: TestOutcome
  fixed: TestOutcome
  /** Where CUPED is on: without it. */
  unadjusted: TestOutcome | null
  /** The smallest relative lift that these visitors show, with 80 % power. */
  detectable_lift: number | null
  /** Visitors of both arms that the planned effect needs; null = not known. */
  visitors_needed: number | null
  days_left: number | null
}

export interface VariantFigures {
  variant: string
  visitors: number
  /** Exposed, and not yet counted. */
  maturing: number
  /** Visitors with a figure above 0. */
  converters: number
  /** Orders, of a metric per order; else 0. */
  denominator: number
  /** Winsorised, and without. */
  sum: number
  raw_sum: number
  sum_squares: number
  raw_sum_squares: number
  mean: number | null
  raw_mean: number | null
  /** Mean by CUPED, where that is on. */
  adjusted_mean: number | null
  /** Of rates: shown, never deciding. */
  chance_best: number | null
  expected_loss: number | null
}

export interface MetricResult extends ExperimentMetric {
  role: "primary" | "guardrail"
  unit: "rate" | "amount"
  currency: string | null
  cap: number | null
  /** Orders without a rate into the currency: they count as nothing. */
  unconverted_orders: number
  cuped: {
    is_on: boolean
    variance_reduction: number | null
    theta: number | null
  } | null
  variants: VariantFigures[]
  comparisons: Comparison[]
}

/** How a treatment's lift in the first primary metric stood at the end of a day. */
export interface SeriesPoint {
  /** YYYY-MM-DD, in the store's time zone. */
  date: string
  variant: string
  visitors: number
  lift: number | null
  lower: number | null
  upper: number | null
  p_value: number | null
}

/** Paired days of two campaigns: observational, never a cause. */
export interface AdComparison {
  variant: string
  metric: string
  days: number
  control_value: number | null
  value: number | null
  difference: number | null
  p_value: number | null
  difference_interval: Interval
}

export const DECISIONS = [
  "insufficient_data",
  "keep_running",
  "ship_variant",
  "keep_control",
  "no_difference",
  "invalid_srm",
  "do_not_trust",
] as const
export type Decision = (typeof DECISIONS)[number]

export const DECISION_REASONS = [
  "split_broken",
  "too_many_excluded",
  "too_few",
  "observational",
  "undecided",
  "before_planned_size",
  "better",
  "guardrail_harmed",
  "worse",
  "too_small_to_matter",
  "not_shown",
] as const
export type DecisionReason = (typeof DECISION_REASONS)[number]

export interface Verdict {
  decision: Decision
  /** Of ship_variant: which. */
  variant: string | null
  reason: DecisionReason
  /** What the sentence says, for pages in other languages. */
  values: Record<string, string | number | null>
  /** One sentence of why, in English. */
  sentence: string
}

export interface ExperimentResults extends Verdict {
  experiment_id: string
  status: ExperimentStatus
  as_of: string
  decision_method: DecisionMethod
  alpha: number
  /** Nothing changes any more. */
  final: boolean
  /** Ads: days are compared, and nothing was assigned by chance. */
  is_observational: boolean
  exposed: number
  excluded: number
  excluded_rate: number | null
  /** Persons known to use devices with different variants; counted, not excluded. */
  linked_conflicts: number
  conversions: { observed: number; required: number }
  days: { observed: number; required: number }
  sample_ratio: { before: SampleRatio; after: SampleRatio } | null
  variants: {
    key: string
    name: string
    weight: number
    is_control: boolean
    exposed: number
    excluded: number
  }[]
  metrics: MetricResult[]
  series: SeriesPoint[]
  ads: AdComparison[]
}

/** What an experiment needs, from the shop's own rates or those that are given. */
export interface SampleSize {
  metric: string
  baseline: number | null
  currency: string | null
  visitors_per_day: number | null
  /** Of all variants. */
  visitors: number | null
  visitors_per_variant: number | null
  days: number | null
  is_from_shop: boolean
}

/** The first primary metric among visitors with one trait. */
export interface BreakdownRow {
  bucket: string
  variants: {
    variant: string
    visitors: number
    converters: number
    mean: number | null
  }[]
  comparisons: {
    variant: string
    lift: number | null
    lift_interval: Interval
    p_value: number | null
    /** Holm, over all rows. */
    adjusted_p_value: number | null
  }[]
}
