import { type DaySums, firstDay, sumsUntil } from "./day-sums"
import { MIN_CONVERSIONS, MIN_DAYS } from "./decide"
import type { MetricKind } from "./metric-kind"
import { cupedOf, isWorthwhile } from "./metric-pairs"

const DAY_MS = 86_400_000

/**
 * Whether CUPED is used of a metric: asked at the end of the first day on which it
 * may decide, and then never again. Undefined before that.
 *
 * @param keys - of the variants
 */
export function fixCuped(
  kind: MetricKind,
  rows: DaySums[],
  keys: string[],
  startedAt: Date
): boolean | undefined {
  const earliest = new Date(startedAt.getTime() + MIN_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 10)
  const day = firstDay(
    rows,
    ({ converters }, on) => converters >= MIN_CONVERSIONS && on > earliest
  )
  if (day === undefined) {
    return undefined
  }
  const sums = sumsUntil(rows, keys, day)
  return isWorthwhile(
    cupedOf(
      kind,
      keys.map((key) => sums.get(key)!)
    )
  )
}
