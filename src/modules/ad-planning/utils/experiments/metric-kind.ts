import type { ExperimentMetricName } from "../../types"

/** A share of visitors, an amount per visitor, or an amount per order. */
export type MetricKind = "proportion" | "mean" | "per_order"

const KINDS: Partial<Record<ExperimentMetricName, MetricKind>> = {
  revenue_per_visitor: "mean",
  average_order_value: "per_order",
}

export function metricKind(metric: ExperimentMetricName): MetricKind {
  return KINDS[metric] ?? "proportion"
}

/** Whether it is of purchases, which may come back until they are mature. */
export function isMoney(metric: ExperimentMetricName): boolean {
  return metricKind(metric) !== "proportion"
}
