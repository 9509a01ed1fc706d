import type { AdMetricName, Experiment, ExperimentMetric } from "../../types"
import type { AdComparison } from "../../types/http/experiments"
import { AD_METRICS } from "../../types"
import { type AdDay, adComparison } from "./ad-comparison"
import type { AnalysisInput, ExposureCounts } from "./analyse"
import { isAdMetric, isOfAds, metricId } from "./experiment-problem"
import { fixCuped } from "./fix-cuped"
import { isMoney, metricKind } from "./metric-kind"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Exposures of a variant as they are read. */
export interface ExposureCountsRow extends ExposureCounts {
  last_exposed_at: string | Date
  linked_conflicts: number
}

type Metrics = AnalysisInput["metrics"]

/** The metrics of visitors, each with what it is for; those of ads are of days. */
export function visitorMetrics({
  primary_metric,
  guardrail_metrics,
}: Experiment): { metric: ExperimentMetric; role: Metrics[number]["role"] }[] {
  const primary = primary_metric.map((metric) => ({
    metric,
    role: "primary" as const,
  }))
  const guardrails = guardrail_metrics.map((metric) => ({
    metric,
    role: "guardrail" as const,
  }))
  return [...primary, ...guardrails].filter(
    ({ metric }) => !isAdMetric(metric.metric)
  )
}

/** Whether CUPED is on, by metric: what was fixed before stays. */
export function cupedChoices(
  { use_cuped, variants, started_at, plan }: Experiment,
  metrics: Metrics
): Record<string, boolean> {
  const choices = { ...plan?.cuped }
  if (!use_cuped || !started_at) {
    return choices
  }
  const keys = variants.map(({ key }) => key)
  for (const { id, metric, rows } of metrics) {
    const isOn =
      choices[id] ?? fixCuped(metricKind(metric.metric), rows, keys, started_at)
    if (isOn !== undefined) {
      choices[id] = isOn
    }
  }
  return choices
}

/** Everything that the analysis of a started experiment needs. */
export function analysisInput(
  experiment: Experiment,
  asOf: Date,
  counts: ExposureCountsRow[],
  metrics: Metrics,
  cuped: Record<string, boolean>
): AnalysisInput {
  const { plan, variants } = experiment
  return {
    id: experiment.id,
    status: experiment.status,
    variants,
    method: experiment.decision_method,
    confidence_level: experiment.confidence_level,
    rho_squared: plan!.rho_squared,
    effect: experiment.minimum_detectable_effect,
    planned_visitors: experiment.planned_visitors,
    started_at: experiment.started_at!,
    as_of: asOf,
    is_final: isFinal(experiment, asOf, counts),
    is_observational: isOfAds(variants) && !experiment.is_split_test,
    is_of_ads: isOfAds(variants),
    use_cuped: experiment.use_cuped,
    cuped,
    currency: plan!.currency,
    exposures: counts,
    linked_conflicts: counts[0]?.linked_conflicts ?? 0,
    metrics,
  }
}

/** Stopped, and whoever was exposed last counts. */
function isFinal(
  { ended_at, conversion_window_hours, plan, ...experiment }: Experiment,
  asOf: Date,
  counts: ExposureCountsRow[]
): boolean {
  if (!ended_at || asOf < ended_at) {
    return false
  }
  const metrics = [
    ...experiment.primary_metric,
    ...experiment.guardrail_metrics,
  ]
  const kept = metrics.some(({ metric }) => isMoney(metric))
    ? plan!.refund_maturity_days * DAY_MS
    : 0
  const last = Math.max(
    0,
    ...counts.map((row) => new Date(row.last_exposed_at).getTime())
  )
  return asOf.getTime() >= last + conversion_window_hours * HOUR_MS + kept
}

/** What days say of campaigns: every ratio of those that are asked for. */
export function adComparisons(
  { variants, primary_metric, guardrail_metrics }: Experiment,
  days: AdDay[],
  alpha: number
): AdComparison[] {
  const control = variants.find(({ is_control }) => is_control)!
  const asked = [...primary_metric, ...guardrail_metrics].map(metricId)
  const metrics: readonly AdMetricName[] = AD_METRICS.filter((name) =>
    asked.includes(name)
  )
  return metrics.flatMap((metric) =>
    variants
      .filter(({ is_control }) => !is_control)
      .map(({ key }) => adComparison(metric, days, control.key, key, alpha))
  )
}
