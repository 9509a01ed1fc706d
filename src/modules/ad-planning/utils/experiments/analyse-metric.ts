import type { ExperimentMetric } from "../../types"
import type { MetricResult, VariantFigures } from "../../types/http/experiments"
import { chances } from "./beta-binomial"
import { compareVariants, type Frame } from "./compare-variants"
import type { Cuped } from "./cuped"
import { type DaySums, maturingOf, sumsUntil } from "./day-sums"
import { metricKind } from "./metric-kind"
import { cupedOf, isWorthwhile, meanOf, proportionOf } from "./metric-pairs"
import type { MetricSums } from "./metric-sums"

export interface MetricInput {
  metric: ExperimentMetric
  role: MetricResult["role"]
  currency: string | null
  cap: number | null
  /** Orders without a rate into the currency. */
  unpriced: number
  rows: DaySums[]
  /** Count only what had matured by then. */
  until: string | undefined
  /** Declared before the start. */
  useCuped: boolean
  /** What was fixed at the first look that may; undefined before it. */
  isCupedOn: boolean | undefined
}

/** Every figure of one metric; adjusted p values come later, over all of them. */
export function analyseMetric(input: MetricInput, frame: Frame): MetricResult {
  const { metric, rows } = input
  const keys = frame.variants.map(({ key }) => key)
  const kind = metricKind(metric.metric)
  const byVariant = sumsUntil(rows, keys, input.until)
  const arms = keys.map((key) => byVariant.get(key)!)
  const offered = input.useCuped ? cupedOf(kind, arms) : null
  const isOn = input.isCupedOn ?? isWorthwhile(offered)
  const used = isOn ? offered : null
  return {
    ...metric,
    role: input.role,
    unit: kind === "proportion" ? "rate" : "amount",
    currency: kind === "proportion" ? null : input.currency,
    cap: input.cap,
    unconverted_orders: input.unpriced,
    cuped: input.useCuped
      ? {
          is_on: used !== null,
          variance_reduction: offered?.variance_reduction ?? null,
          theta: offered?.theta ?? null,
        }
      : null,
    variants: figuresOf(input, keys, arms, used),
    comparisons: compareVariants(kind, arms, used, frame),
  }
}

function figuresOf(
  { metric, rows }: MetricInput,
  keys: string[],
  arms: MetricSums[],
  adjustment: Cuped | null
): VariantFigures[] {
  const kind = metricKind(metric.metric)
  const bayes =
    kind === "proportion" ? chances(arms.map(proportionOf)) : undefined
  return arms.map((sums, index) => {
    const base = kind === "per_order" ? sums.denominator : sums.visitors
    return {
      variant: keys[index]!,
      visitors: sums.visitors,
      maturing: maturingOf(rows, keys[index]!),
      converters: sums.converters,
      denominator: sums.denominator,
      sum: sums.sum,
      raw_sum: sums.raw_sum,
      sum_squares: sums.sum_squares,
      raw_sum_squares: sums.raw_sum_squares,
      mean: meanOf(kind, sums)?.mean ?? null,
      raw_mean: base > 0 ? sums.raw_sum / base : null,
      adjusted_mean: adjustment?.estimates[index]!.mean ?? null,
      chance_best: bayes?.[index]!.best ?? null,
      expected_loss: bayes?.[index]!.expected_loss ?? null,
    }
  })
}
