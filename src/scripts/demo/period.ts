import { DateTime, Duration } from "luxon"

export const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const NEWEST_MONTHS = 6

/**
 * How far the invoices move: whole weeks, so that weekdays stay (the shop is
 * closed on Saturdays), and so many that the last order lies in the seven days
 * before now.
 */
export function weeksShift(lastOrderAt: Date, now: Date): Duration {
  return Duration.fromObject({
    weeks: Math.floor((+now - +lastOrderAt) / WEEK_MS),
  })
}

export function shifted(at: Date, shift: Duration): Date {
  return DateTime.fromJSDate(at, { zone: "utc" }).plus(shift).toJSDate()
}

/** The first day of the newest six months. */
export function newestMonthsStart(lastOrderAt: Date): Date {
  return DateTime.fromJSDate(lastOrderAt, { zone: "utc" })
    .minus({ months: NEWEST_MONTHS })
    .startOf("day")
    .toJSDate()
}

/** The calendar day (UTC) of an instant, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** Every calendar day (UTC) from the one of `from` to that of `to`, included. */
export function daysBetween(from: Date, to: Date): string[] {
  const days: string[] = []
  for (let day = Date.parse(dayOf(from)); day <= +to; day += DAY_MS) {
    days.push(dayOf(new Date(day)))
  }
  return days
}
