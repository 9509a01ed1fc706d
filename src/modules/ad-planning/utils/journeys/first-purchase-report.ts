import type { FirstPurchaseRow, QuantileValues } from "../../types"

/** Buyers with touchpoints below which quantiles say little. */
export const MINIMUM_BUYERS = 10

/** Where each range of the report begins; the last one has no end. */
export const DAY_RANGES = [0, 1, 3, 7, 14, 30, 60, 90, 180, 365] as const
export const TOUCHPOINT_RANGES = [1, 2, 3, 4, 6, 11, 21, 51] as const

interface Quantiles {
  median: number | null
  p25: number | null
  p75: number | null
  p90: number | null
}

interface RangeCount {
  from: number
  /** Not in it; null: no end. */
  to: number | null
  count: number
}

interface InsufficientData {
  status: "insufficient_data"
  observed: number
  required: number
}

export interface FirstPurchaseReport extends Partial<InsufficientData> {
  /** Known persons who bought for the first time. */
  buyers: number
  /** Those of them who had no touchpoint before it. */
  without_touchpoints: number
  /** First purchases of nobody known: in no other number. */
  unknown_buyers: number
  /** Of buyers with touchpoints: from the first of them to the purchase. */
  days: Quantiles
  /** How many they had before the purchase. */
  touchpoints: Quantiles
  by_days: RangeCount[]
  by_touchpoints: RangeCount[]
}

/** Shapes the statement's row. Of too few buyers there are no quantiles. */
export function firstPurchaseReport(
  row: FirstPurchaseRow
): FirstPurchaseReport {
  const { buyers, without_touchpoints, unknown_buyers } = row
  const observed = buyers - without_touchpoints
  const isThin = observed < MINIMUM_BUYERS
  return {
    buyers,
    without_touchpoints,
    unknown_buyers,
    days: quantiles(isThin ? null : row.days),
    touchpoints: quantiles(isThin ? null : row.touchpoints),
    by_days: ranges(DAY_RANGES, row.by_days),
    by_touchpoints: ranges(TOUCHPOINT_RANGES, row.by_touchpoints),
    ...(isThin
      ? {
          status: "insufficient_data" as const,
          observed,
          required: MINIMUM_BUYERS,
        }
      : {}),
  }
}

function quantiles(values: QuantileValues): Quantiles {
  const [p25, median, p75, p90] = values ?? [null, null, null, null]
  return { median, p25, p75, p90 }
}

function ranges(starts: readonly number[], counts: number[]): RangeCount[] {
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? null,
    count: counts[index]!,
  }))
}
