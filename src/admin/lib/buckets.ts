import {
  REMAINDER_BUCKETS,
  type RemainderBucket,
} from "../../modules/ad-planning/types/reports"

/** Whether a row is what no campaign is credited with: its name is translated. */
export function isRemainder(key: string | null): key is RemainderBucket {
  return REMAINDER_BUCKETS.some((bucket) => bucket === key)
}

// Parts of campaigns, and values of links, that a touch does not name.
const UNNAMED = ["(no ad set)", "(no ad)", "(not set)"] as const

export function isUnnamed(key: string | null): key is (typeof UNNAMED)[number] {
  return UNNAMED.some((bucket) => bucket === key)
}

/** Whether a row is no single campaign, part of one or source, but the rest of them. */
export function isRest(key: string): boolean {
  return isRemainder(key) || isUnnamed(key)
}

/** A report's rows: campaigns as they come, then what is none, always in one order. */
export function splitRemainder<Row extends { key: string }>(
  rows: readonly Row[]
): { campaigns: Row[]; remainder: Row[] } {
  return {
    campaigns: rows.filter(({ key }) => !isRest(key)),
    remainder: [...UNNAMED, ...REMAINDER_BUCKETS].flatMap((bucket) =>
      rows.filter(({ key }) => key === bucket)
    ),
  }
}
