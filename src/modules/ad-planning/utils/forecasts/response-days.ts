import type { SeriesDay } from "../../types"
import { dayAfter } from "./days"
import type { ResponseDay } from "./response-fit"

const WEEK = 7
const SMOOTHING_WEEKS = 2

/**
 * A campaign's days, each with how the rest of the shop did then: the mean of its
 * orders on the same weekday of the five weeks around, by the mean of all days. So a
 * season or a closed Saturday is not taken for what spend did.
 *
 * @param own - the campaign's days, oldest first
 * @param total - the whole shop's
 */
export function responseDays(
  own: readonly SeriesDay[],
  total: readonly SeriesDay[],
  end: string
): ResponseDay[] {
  const first = own.find(({ has_metric }) => has_metric)?.date
  if (!first) {
    return []
  }
  const ours = new Map(own.map((day) => [day.date, day]))
  const others = new Map(
    total.map(({ date, purchases }) => [
      date,
      purchases - (ours.get(date)?.purchases ?? 0),
    ])
  )
  const start = total[0]?.date ?? first
  const smooth = (date: string) => {
    const around = Array.from({ length: 2 * SMOOTHING_WEEKS + 1 }, (_, index) =>
      dayAfter(date, (index - SMOOTHING_WEEKS) * WEEK)
    ).filter((day) => day >= start && day <= end)
    return (
      around.reduce((sum, day) => sum + (others.get(day) ?? 0), 0) /
      around.length
    )
  }
  const days: { date: string; level: number }[] = []
  for (let date = first; date <= end; date = dayAfter(date, 1)) {
    // A day without a report is a day of a pause: it says nothing.
    if (ours.get(date)?.has_metric) {
      days.push({ date, level: smooth(date) })
    }
  }
  const mean = days.reduce((sum, { level }) => sum + level, 0) / days.length
  return days.map(({ date, level }) => ({
    spend: ours.get(date)?.spend ?? 0,
    orders: ours.get(date)?.purchases ?? 0,
    demand: mean > 0 ? level / mean : 1,
  }))
}
