import { AD_METRICS } from "../../types"
import type {
  Experiment,
  ExperimentMetric,
  ExperimentVariant,
} from "../../types"

export const MIN_VARIANTS = 2
/** Weights are sums of decimals: a third three times is not exactly 1. */
const WEIGHT_TOLERANCE = 1e-6

type Parts = Pick<
  Experiment,
  "variants" | "primary_metric" | "guardrail_metrics"
>
export interface ExperimentProblem {
  field: string
  message: string
}

/** What does not go together in an experiment, or null. */
export function experimentProblem(parts: Parts): ExperimentProblem | null {
  return (
    variantProblem(parts.variants) ??
    metricProblem("primary_metric", parts.primary_metric, parts.variants) ??
    metricProblem("guardrail_metrics", parts.guardrail_metrics, parts.variants)
  )
}

/** Why a draft cannot begin, or null. */
export function startProblem(
  experiment: Parts & Pick<Experiment, "decision_method" | "planned_visitors">
): ExperimentProblem | null {
  if (experiment.variants.length < MIN_VARIANTS) {
    return {
      field: "variants",
      message: `must be at least ${MIN_VARIANTS} to start`,
    }
  }
  if (experiment.primary_metric.length === 0) {
    return { field: "primary_metric", message: "is required to start" }
  }
  if (
    experiment.decision_method === "fixed" &&
    experiment.planned_visitors === null
  ) {
    return {
      field: "planned_visitors",
      message: "is required to start with decision_method fixed",
    }
  }
  return experimentProblem(experiment)
}

/** Whether its variants are campaigns, ad sets or ads. */
export function isOfAds(variants: ExperimentVariant[]): boolean {
  return variants.some(namesAd)
}

function namesAd(variant: ExperimentVariant): boolean {
  return Boolean(variant.ad_campaign_id ?? variant.ad_set_id ?? variant.ad_id)
}

function variantProblem(
  variants: ExperimentVariant[]
): ExperimentProblem | null {
  const keys = new Set(variants.map(({ key }) => key))
  if (keys.size < variants.length) {
    return ofVariants("must have keys that differ")
  }
  const total = variants.reduce((all, { weight }) => all + weight, 0)
  if (Math.abs(total - 1) > WEIGHT_TOLERANCE) {
    return ofVariants(`must have weights that sum to 1, not ${round(total)}`)
  }
  if (variants.filter(({ is_control }) => is_control).length !== 1) {
    return ofVariants("must have exactly one control")
  }
  const ofAds = variants.filter(namesAd).length
  return ofAds === 0 || ofAds === variants.length
    ? null
    : ofVariants("must all name a campaign, ad set or ad, or none")
}

function metricProblem(
  field: string,
  metrics: ExperimentMetric[],
  variants: ExperimentVariant[]
): ExperimentProblem | null {
  const names = new Set(metrics.map((metric) => metricId(metric)))
  if (names.size < metrics.length) {
    return { field, message: "must not name a metric twice" }
  }
  for (const { metric, goal_id, conversion_type } of metrics) {
    if (metric !== "conversion_rate" && (goal_id ?? conversion_type)) {
      return {
        field,
        message: `${metric} is of no goal or type: use conversion_rate`,
      }
    }
    if (goal_id && conversion_type) {
      return { field, message: "must name a goal or a type, not both" }
    }
    if (isAdMetric(metric) && !isOfAds(variants)) {
      return {
        field,
        message: `${metric} needs variants that name a campaign`,
      }
    }
  }
  return null
}

export function isAdMetric(metric: ExperimentMetric["metric"]): boolean {
  return AD_METRICS.some((name) => name === metric)
}

/** Names a metric among those of an experiment. */
export function metricId({
  metric,
  goal_id,
  conversion_type,
}: ExperimentMetric): string {
  return [metric, goal_id ?? conversion_type].filter(Boolean).join(":")
}

const ofVariants = (message: string) => ({ field: "variants", message })

const round = (value: number) => Number(value.toFixed(6))
