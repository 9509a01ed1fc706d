import type { Comparison, MetricResult } from "../../types/http/experiments"
import { holm } from "./holm"

/**
 * Metrics with what only all of them together say: adjusted p values of the
 * primary ones, and whether guardrails are harmed.
 *
 * @param alpha - 1 - confidence level
 */
export function judgeMetrics(
  metrics: MetricResult[],
  alpha: number
): MetricResult[] {
  const primary = metrics.filter(({ role }) => role === "primary")
  const adjusted = holm(
    primary.flatMap(({ comparisons }) => comparisons.map((one) => one.p_value))
  )
  let next = 0
  return metrics.map((metric) => ({
    ...metric,
    comparisons: metric.comparisons.map((comparison) => {
      if (metric.role === "guardrail") {
        return { ...comparison, is_harmed: isHarmed(metric, comparison) }
      }
      const adjusted_p_value = adjusted[next++] ?? null
      return {
        ...comparison,
        adjusted_p_value,
        is_significant: adjusted_p_value !== null && adjusted_p_value < alpha,
      }
    }),
  }))
}

/** Whether a difference goes the way that is good; false where there is none. */
export function isBetter(
  { direction }: Pick<MetricResult, "direction">,
  { difference }: Pick<Comparison, "difference">
): boolean {
  return direction === "increase"
    ? (difference ?? 0) > 0
    : (difference ?? 0) < 0
}

function isHarmed(
  { direction }: MetricResult,
  { guardrail_interval: { lower, upper } }: Comparison
): boolean {
  return direction === "increase"
    ? upper !== null && upper < 0
    : lower !== null && lower > 0
}
