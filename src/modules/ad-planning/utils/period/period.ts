import { DateTime } from "luxon"

/** A half-open span of time and the calendar days it touches. */
export interface Period {
  from: Date
  /** Exclusive. */
  to: Date
  /** First and last calendar day in `timezone`, YYYY-MM-DD, both included. */
  from_date: string
  to_date: string
  timezone: string
}

export const COMPARISONS = ["previous_period", "previous_year"] as const
export type Comparison = (typeof COMPARISONS)[number]

/** Days of a period nobody asked for: the last complete ones. */
export const DEFAULT_PERIOD_DAYS = 30

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/

export interface PeriodInput {
  /** ISO 8601; a bare date is midnight in `timezone`. */
  from?: string
  /** Exclusive instant; a bare date includes that whole day. */
  to?: string
  timezone: string
  now: Date
}

/**
 * Reads a requested period. Default: the last 30 complete days; with only
 * `from` it runs to now, with only `to` it is the 30 days before.
 *
 * @throws RangeError naming the field when a date is none, or when it is empty
 */
export function parsePeriod({ from, to, timezone, now }: PeriodInput): Period {
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf("day")
  const end = to
    ? parseInstant("to", to, timezone).plus({
        days: BARE_DATE.test(to) ? 1 : 0,
      })
    : from
      ? DateTime.fromJSDate(now, { zone: timezone })
      : today
  const start = from
    ? parseInstant("from", from, timezone)
    : end.minus({ days: DEFAULT_PERIOD_DAYS })
  if (start >= end) {
    throw new RangeError(
      `from must be before to, got ${start.toISO()} and ${end.toISO()}`
    )
  }
  return toPeriod(start, end)
}

/**
 * The period a figure is compared with. `previous_period` is the same number of
 * calendar days just before (not of hours: safe across clock changes); for the
 * running month it is the same days of the former month, clamped to its end.
 * `previous_year` is the same dates a year ago, 29 February becoming the 28th.
 */
export function comparePeriod(
  period: Period,
  comparison: Comparison,
  now: Date
): Period {
  const zone = { zone: period.timezone }
  const start = DateTime.fromJSDate(period.from, zone)
  const end = DateTime.fromJSDate(period.to, zone)
  if (comparison === "previous_year") {
    return toPeriod(yearBefore(start), yearBefore(end))
  }
  const days = calendarDays(start, end)
  const former = isRunningMonth(start, end, now)
    ? {
        start: start.minus({ months: 1 }),
        end: DateTime.min(start.minus({ months: 1 }).plus({ days }), start),
      }
    : { start: start.minus({ days }), end: end.minus({ days }) }
  return toPeriod(former.start, former.end)
}

/** Midnight in `timezone` after the given calendar day. */
export function endOfDate(date: string, timezone: string): Date {
  return parseInstant("date", date, timezone).plus({ days: 1 }).toJSDate()
}

/** The calendar day of an instant in `timezone`, YYYY-MM-DD. */
export function calendarDate(instant: Date, timezone: string): string {
  return DateTime.fromJSDate(instant, { zone: timezone }).toFormat("yyyy-MM-dd")
}

function parseInstant(field: string, value: string, timezone: string) {
  const instant = DateTime.fromISO(value, { zone: timezone })
  if (!instant.isValid) {
    throw new RangeError(
      `${field} must be an ISO 8601 date or instant, got "${value}"`
    )
  }
  return instant
}

function toPeriod(start: DateTime, end: DateTime): Period {
  return {
    from: start.toJSDate(),
    to: end.toJSDate(),
    from_date: start.toFormat("yyyy-MM-dd"),
    to_date: end.minus({ milliseconds: 1 }).toFormat("yyyy-MM-dd"),
    timezone: start.zoneName ?? "UTC",
  }
}

/** Days from one local time to another, a started one counting as whole. */
function calendarDays(start: DateTime, end: DateTime): number {
  return Math.ceil(
    end
      .setZone("utc", { keepLocalTime: true })
      .diff(start.setZone("utc", { keepLocalTime: true }), "days").days
  )
}

function isRunningMonth(start: DateTime, end: DateTime, now: Date): boolean {
  const today = DateTime.fromJSDate(now, { zone: start.zoneName ?? "UTC" })
  return (
    start.equals(today.startOf("month")) &&
    end > today.startOf("day") &&
    end <= today.endOf("month").plus({ milliseconds: 1 })
  )
}

/** luxon clamps 29 February to the 28th; an exclusive 1 March stays one. */
function yearBefore(instant: DateTime): DateTime {
  return instant.minus({ years: 1 })
}
