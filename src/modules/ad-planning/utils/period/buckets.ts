import { DateTime, type DurationLike } from "luxon"
import { startOfDay } from "./days"
import type { Period } from "./period"

export const INTERVALS = ["day", "week", "month"] as const
export type Interval = (typeof INTERVALS)[number]

/** What one chart can show, and one statement is asked for. */
export const MAX_BUCKETS = 400

// Up to two months by day, up to a year by week.
const MAX_DAYS_BY_DAY = 62
const MAX_DAYS_BY_WEEK = 370

const STEPS: Record<Interval, DurationLike> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
}

/** The interval of a trend nobody asked one for. */
export function defaultInterval(period: Period): Interval {
  const days = countBuckets(period, "day")
  if (days <= MAX_DAYS_BY_DAY) {
    return "day"
  }
  return days <= MAX_DAYS_BY_WEEK ? "week" : "month"
}

/** Calendar days, ISO weeks or months that a period touches. */
export function countBuckets(period: Period, interval: Interval): number {
  const first = calendarDay(period.from_date).startOf(interval)
  const last = calendarDay(period.to_date).startOf(interval)
  return Math.round(last.diff(first, `${interval}s`).as(`${interval}s`)) + 1
}

/**
 * Splits a period into its calendar days, ISO weeks (from Monday) or months, in
 * its own time zone: each clipped to the period, together exactly the period. A
 * day that a zone left out of its calendar has no bucket.
 *
 * @throws RangeError naming the field when there would be too many
 */
export function periodBuckets(period: Period, interval: Interval): Period[] {
  const count = countBuckets(period, interval)
  if (count > MAX_BUCKETS) {
    throw new RangeError(
      `Field 'interval': ${interval} makes ${count} buckets of this period, at most ${MAX_BUCKETS} are answered`
    )
  }
  const buckets: Period[] = []
  const end = calendarDay(period.to_date)
  let first = calendarDay(period.from_date)
  while (first <= end) {
    const next = first.startOf(interval).plus(STEPS[interval])
    const bucket = toBucket(period, first, DateTime.min(next, end.plus(1)))
    first = next
  }
  return buckets
}
