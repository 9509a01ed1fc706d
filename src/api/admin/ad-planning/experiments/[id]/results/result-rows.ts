import type { ExperimentResults } from "../../../../../../modules/ad-planning/types/http/experiments"
import type { CsvRow } from "../../../../../utils/csv"

export const RESULT_COLUMNS = [
  "metric",
  "role",
  "variant",
  "is_control",
  "exposed",
  "excluded",
  "visitors",
  "maturing",
  "converters",
  "orders",
  "sum",
  "raw_sum",
  "mean",
  "raw_mean",
  "currency",
  "lift",
  "lift_lower",
  "lift_upper",
  "p_value",
  "adjusted_p_value",
  "is_significant",
  "is_harmed",
] as const

/** One row for each metric and variant. */
export function resultRows({ metrics, variants }: ExperimentResults): CsvRow[] {
  return metrics.flatMap((metric) =>
    metric.variants.map((figures) => {
      const variant = variants.find(({ key }) => key === figures.variant)
      const comparison = metric.comparisons.find(
        (one) => one.variant === figures.variant
      )
      return {
        metric: [metric.metric, metric.goal_id ?? metric.conversion_type]
          .filter(Boolean)
          .join(":"),
        role: metric.role,
        variant: figures.variant,
        is_control: variant?.is_control,
        exposed: variant?.exposed,
        excluded: variant?.excluded,
        visitors: figures.visitors,
        maturing: figures.maturing,
        converters: figures.converters,
        orders: figures.denominator,
        sum: figures.sum,
        raw_sum: figures.raw_sum,
        mean: figures.mean,
        raw_mean: figures.raw_mean,
        currency: metric.currency,
        lift: comparison?.lift,
        lift_lower: comparison?.lift_interval.lower,
        lift_upper: comparison?.lift_interval.upper,
        p_value: comparison?.p_value,
        adjusted_p_value: comparison?.adjusted_p_value,
        is_significant: comparison?.is_significant,
        is_harmed: comparison?.is_harmed,
      }
    })
  )
}
