import { DateTime } from "luxon"

/**
 * The first instant of an instant's calendar day. Where clocks change at
 * midnight that is 01:00, or the earlier of two midnights.
 */
export function startOfDay(instant: DateTime): DateTime {
  const midnight = instant.startOf("day")
  return midnight.getPossibleOffsets()[0] ?? midnight
}

/** The same local time so many days later; the start of a day stays one. */
export function addDays(instant: DateTime, days: number): DateTime {
  const shifted = instant.plus({ days })
  return isStartOfDay(instant) ? startOfDay(shifted) : shifted
}

/** Days from one local time to another, a started one counting as whole. */
export function calendarDays(start: DateTime, end: DateTime): number {
  return Math.ceil(wallTime(end).diff(wallTime(start), "days").days)
}

export function isStartOfDay(instant: DateTime): boolean {
  return instant.toMillis() === startOfDay(instant).toMillis()
}

/** The local time as if its zone had no clock changes. */
function wallTime(instant: DateTime): DateTime {
  const wall = instant.setZone("utc", { keepLocalTime: true })
  return isStartOfDay(instant) ? wall.startOf("day") : wall
}
