import { type Cuped, cuped, MIN_VARIANCE_REDUCTION } from "./cuped"
import { means, type Pair, rates } from "./compare"
import type { MetricKind } from "./metric-kind"
import { type MetricSums, orderMean, visitorMean } from "./metric-sums"
import type { Estimate } from "./welch"

/** The mean of a variant by the kind of metric; null where there is none. */
export function meanOf(kind: MetricKind, sums: MetricSums): Estimate | null {
  return kind === "per_order" ? orderMean(sums) : visitorMean(sums)
}

/** Treatment beside control, unadjusted; null where either has nobody. */
export function pairOf(
  kind: MetricKind,
  control: MetricSums,
  treatment: MetricSums
): Pair | null {
  if (kind === "proportion") {
    return control.visitors > 0 && treatment.visitors > 0
      ? rates(proportionOf(control), proportionOf(treatment))
      : null
  }
  const [before, after] = [meanOf(kind, control), meanOf(kind, treatment)]
  return before && after ? means(before, after) : null
}

/** The same by CUPED's means, of the arms at these places. */
export function adjustedPair(
  { estimates }: Cuped,
  control: number,
  treatment: number
): Pair {
  return means(estimates[control]!, estimates[treatment]!)
}

/** CUPED of all arms, where it may be asked of the metric at all. */
export function cupedOf(kind: MetricKind, arms: MetricSums[]): Cuped | null {
  return kind === "per_order" ? null : cuped(arms)
}

/** Whether it explains enough to be used. */
export function isWorthwhile(adjustment: Cuped | null): boolean {
  return (
    adjustment !== null &&
    adjustment.variance_reduction >= MIN_VARIANCE_REDUCTION
  )
}

export function proportionOf({ visitors, converters }: MetricSums) {
  return { visitors, conversions: converters }
}
