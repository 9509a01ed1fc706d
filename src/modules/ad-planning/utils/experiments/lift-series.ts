import type { SeriesPoint } from "../../types/http/experiments"
import { sequentialOutcome } from "./compare"
import type { Frame } from "./compare-variants"
import { type DaySums, lookDays, sumsUntil } from "./day-sums"
import type { MetricKind } from "./metric-kind"
import { pairOf } from "./metric-pairs"

/**
 * How each treatment's lift stood at the end of each day. Its intervals are those
 * of the sequence whatever decides: they hold on all days together.
 */
export function liftSeries(
  kind: MetricKind,
  rows: DaySums[],
  frame: Frame
): SeriesPoint[] {
  const keys = frame.variants.map(({ key }) => key)
  const control = frame.variants.find(({ is_control }) => is_control)!.key
  return lookDays(rows).flatMap((date) => {
    const sums = sumsUntil(rows, keys, date)
    return keys
      .filter((key) => key !== control)
      .map((variant) => {
        const pair = pairOf(kind, sums.get(control)!, sums.get(variant)!)
        const told =
          pair && sequentialOutcome(pair, frame.alpha, frame.rho_squared)
        return {
          date,
          variant,
          visitors: pair?.visitors ?? 0,
          lift: pair?.lift ?? null,
          lower: told?.lift_interval.lower ?? null,
          upper: told?.lift_interval.upper ?? null,
          p_value: told?.p_value ?? null,
        }
      })
  })
}
