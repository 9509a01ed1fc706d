import { DateTime } from "luxon"
import { startOfDay } from "./days"
import type { Period } from "./period"

export const INTERVALS = ["day", "week", "month"] as const
export type Interval = (typeof INTERVALS)[number]

/** Buckets that one trend can have. */
export const MAX_BUCKETS = 400

// Up to two months go by day, up to a year by week.
const MAX_DAYS_BY_DAY = 62
const MAX_DAYS_BY_WEEK = 370

/**
 * The interval of a period's trend: the one asked for, else one that makes
 * neither too few nor too many buckets.
 *
 * @param field - what the caller names it
 * @throws RangeError naming the field when it makes more than 400 buckets
 */
export function trendInterval(
  period: Period,
  asked?: Interval,
  field = "interval"
): Interval {
  const interval = asked ?? defaultInterval(countBuckets(period, "day"))
  const count = countBuckets(period, interval)
  if (count > MAX_BUCKETS) {
    throw new RangeError(
      `Field '${field}': ${interval} divides this period into ${count} buckets, more than ${MAX_BUCKETS}`
    )
  }
  return interval
}

/**
 * The calendar days, ISO weeks (from Monday) or months of a period in its own
 * time zone, each clipped to it: together they are exactly the period. A date
 * that the zone's calendar leaves out is an empty bucket.
 */
export function periodBuckets(period: Period, interval: Interval): Period[] {
  const buckets: Period[] = []
  const last = calendarDay(period.to_date)
  let first = calendarDay(period.from_date)
  let from = period.from
  while (first <= last) {
    const next = first.startOf(interval).plus({ [interval]: 1 })
    const isLast = next > last
    const to = isLast ? period.to : startOfDate(next, period.timezone)
    buckets.push({
      from,
      to,
      from_date: first.toISODate(),
      to_date: isLast ? period.to_date : next.minus({ days: 1 }).toISODate(),
      timezone: period.timezone,
    })
    first = next
    from = to
  }
  return buckets
}

function defaultInterval(days: number): Interval {
  if (days <= MAX_DAYS_BY_DAY) {
    return "day"
  }
  return days <= MAX_DAYS_BY_WEEK ? "week" : "month"
}

/** How many of them a period touches, without making them. */
function countBuckets(period: Period, interval: Interval): number {
  const first = calendarDay(period.from_date).startOf(interval)
  const last = calendarDay(period.to_date).startOf(interval)
  return last.diff(first, `${interval}s`).as(`${interval}s`) + 1
}

/** A date as a day of a calendar without clock changes. */
function calendarDay(date: string): DateTime<true> {
  return DateTime.fromISO(date, { zone: "utc" }) as DateTime<true>
}

function startOfDate(day: DateTime, timezone: string): Date {
  return startOfDay(day.setZone(timezone, { keepLocalTime: true })).toJSDate()
}
