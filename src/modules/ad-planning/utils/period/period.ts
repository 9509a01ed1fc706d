import { DateTime } from "luxon"
import { addDays, calendarDays, isStartOfDay, startOfDay } from "./days"

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
// ISO 8601 also has bare times, months, weeks and years: what day they would
// mean as a bound of a period is anyone's guess.
const DATE_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(T|$)/

// Any zone's midnight in between has a year of four digits in UTC too.
const MIN_YEAR = 2
const MAX_YEAR = 9998

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
  const local = DateTime.fromJSDate(now, { zone: timezone })
  const end = to ? parseEnd(to, timezone) : from ? local : startOfDay(local)
  const start = from
    ? parseInstant("from", from, timezone)
    : addDays(end, -DEFAULT_PERIOD_DAYS)
  rejectEmpty(start, end)
  return toPeriod(start, end)
}

/** Whether a text can be the bound of a period. */
export function isDateOrInstant(value: string): boolean {
  const { isValid, year } = DateTime.fromISO(value)
  return (
    isValid &&
    DATE_OR_INSTANT.test(value) &&
    year >= MIN_YEAR &&
    year <= MAX_YEAR
  )
}

/**
 * Reads bounds of which each may be missing, in the way of `parsePeriod`.
 *
 * @throws RangeError naming the field when a date is none, or when it is empty
 */
export function parseRange({ from, to, timezone }: Omit<PeriodInput, "now">): {
  from?: Date
  to?: Date
} {
  const start = from ? parseInstant("from", from, timezone) : undefined
  const end = to ? parseEnd(to, timezone) : undefined
  if (start && end) {
    rejectEmpty(start, end)
  }
  return { from: start?.toJSDate(), to: end?.toJSDate() }
}

/**
 * One moment: an instant, or the beginning of a day.
 *
 * @throws RangeError for what is none
 */
export function parseMoment(
  field: string,
  value: string,
  timezone: string
): Date {
  return parseInstant(field, value, timezone).toJSDate()
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
    return toPeriod(yearBefore(start), yearBeforeEnd(end))
  }
  const days = calendarDays(start, end)
  if (isRunningMonth(start, end, now)) {
    const former = startOfDay(start.minus({ months: 1 }))
    return toPeriod(former, DateTime.min(addDays(former, days), start))
  }
  return toPeriod(addDays(start, -days), addDays(end, -days))
}

/** Midnight in `timezone` after the given calendar day. */
export function endOfDate(date: string, timezone: string): Date {
  return addDays(parseInstant("date", date, timezone), 1).toJSDate()
}

/** The calendar day of an instant in `timezone`, YYYY-MM-DD. */
export function calendarDate(instant: Date, timezone: string): string {
  return DateTime.fromJSDate(instant, { zone: timezone }).toFormat("yyyy-MM-dd")
}

function rejectEmpty(start: DateTime, end: DateTime) {
  if (start >= end) {
    throw new RangeError(
      `from must be before to, got ${start.toISO()} and ${end.toISO()}`
    )
  }
}

function parseEnd(to: string, timezone: string): DateTime {
  const instant = parseInstant("to", to, timezone)
  return BARE_DATE.test(to) ? addDays(instant, 1) : instant
}

function parseInstant(field: string, value: string, timezone: string) {
  if (!isDateOrInstant(value)) {
    throw new RangeError(
      `${field} must be an ISO 8601 date or instant, got "${value}"`
    )
  }
  const instant = DateTime.fromISO(value, { zone: timezone })
  return BARE_DATE.test(value) ? startOfDay(instant) : instant
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

function isRunningMonth(start: DateTime, end: DateTime, now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: start.zoneName ?? "UTC" })
  const month = startOfDay(local.startOf("month"))
  const nextMonth = startOfDay(month.plus({ months: 1 }))
  return +start === +month && end > startOfDay(local) && end <= nextMonth
}

/** luxon clamps 29 February to the 28th. */
function yearBefore(instant: DateTime): DateTime {
  const before = instant.minus({ years: 1 })
  return isStartOfDay(instant) ? startOfDay(before) : before
}

/** An exclusive end of whole days goes by the last day it includes. */
function yearBeforeEnd(end: DateTime): DateTime {
  return isStartOfDay(end)
    ? addDays(yearBefore(addDays(end, -1)), 1)
    : yearBefore(end)
}
