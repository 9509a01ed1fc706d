import type { BreakdownRow } from "../../types/http/experiments"
import { type Frame, outcome } from "./compare-variants"
import { holm } from "./holm"
import type { MetricKind } from "./metric-kind"
import { meanOf, pairOf } from "./metric-pairs"
import { type MetricSums, NO_SUMS } from "./metric-sums"

/** Sums of a variant's matured visitors with one trait. */
export interface BucketSums extends MetricSums {
  variant: string
  bucket: string
}

/** Lifts among visitors of one trait each, corrected for there being many. */
export function breakdownRows(
  kind: MetricKind,
  rows: BucketSums[],
  frame: Pick<Frame, "variants" | "method" | "alpha" | "rho_squared">
): BreakdownRow[] {
  const buckets = [...new Set(rows.map(({ bucket }) => bucket))].toSorted()
  const control = frame.variants.find(({ is_control }) => is_control)!.key
  const sumsOf = (bucket: string, key: string) =>
    rows.find((row) => row.bucket === bucket && row.variant === key) ?? NO_SUMS
  const told = buckets.map((bucket) => ({
    bucket,
    variants: frame.variants.map(({ key }) => {
      const sums = sumsOf(bucket, key)
      return {
        variant: key,
        visitors: sums.visitors,
        converters: sums.converters,
        mean: meanOf(kind, sums)?.mean ?? null,
      }
    }),
    comparisons: frame.variants
      .filter(({ key }) => key !== control)
      .map(({ key }) => {
        const pair = pairOf(kind, sumsOf(bucket, control), sumsOf(bucket, key))
        const { p_value, lift_interval } = outcome(pair, frame)
        return {
          variant: key,
          lift: pair?.lift ?? null,
          lift_interval,
          p_value,
        }
      }),
  }))
  const adjusted = holm(
    told.flatMap(({ comparisons }) => comparisons.map(({ p_value }) => p_value))
  )
  let next = 0
  return told.map((row) => ({
    ...row,
    comparisons: row.comparisons.map((comparison) => ({
      ...comparison,
      adjusted_p_value: adjusted[next++] ?? null,
    })),
  }))
}
