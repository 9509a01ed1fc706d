import { DateTime } from "luxon"
import type { Period } from "../period/period"

/**
 * The windows that end with each of the last complete days before a moment, the
 * newest last.
 *
 * @param asOf - the day it is in is not complete
 * @param timezone - in which a day begins
 * @param days - how many, an integer >= 1
 * @param windowDays - calendar days of each window, its last day included
 */
export function trailingDays(
  asOf: Date,
  timezone: string,
  days: number,
  windowDays: number
): Period[] {
  const today = DateTime.fromJSDate(asOf, { zone: timezone }).startOf("day")
  return Array.from({ length: days }, (_, index) => {
    const end = today.minus({ days: days - 1 - index })
    const start = end.minus({ days: windowDays })
    return {
      from: start.toJSDate(),
      to: end.toJSDate(),
      from_date: start.toFormat("yyyy-MM-dd"),
      to_date: end.minus({ days: 1 }).toFormat("yyyy-MM-dd"),
      timezone,
    }
  })
}
