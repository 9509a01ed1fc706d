import {
  FORECAST_METRICS,
  type ForecastMetric,
  type SeriesDay,
} from "../../types"
import { dayAfter, daysFrom, eachDay } from "./days"

/** One scope's days without gaps, oldest first. */
export interface ScopeSeries {
  scope: string
  ad_campaign_id: string | null
  platform: string | null
  dates: string[]
  values: Record<ForecastMetric, number[]>
}

const WEEK = 7

/**
 * A scope's series through `end`: from the first day on which something was. A day
 * without anything is 0 while it ran. While a campaign was paused it is no day at all:
 * whole weeks without a report of its platform and without a conversion are left out,
 * whole so that weekdays stay.
 *
 * @param days - of one scope, oldest first
 * @param maturity - by age in days at `end` + 1: what revenue is multiplied by
 * @returns null without a day until `end`
 */
export function scopeSeries(
  days: readonly SeriesDay[],
  end: string,
  maturity: readonly number[] = []
): ScopeSeries | null {
  const known = days.filter(({ date }) => date <= end)
  const first = known[0]
  if (!first) {
    return null
  }
  const byDate = new Map(known.map((day) => [day.date, day]))
  const all = eachDay(first.date, end)
  const dates = first.ad_campaign_id ? withoutPauses(all, byDate) : all
  const values = (metric: ForecastMetric) =>
    dates.map((date) => {
      const value = byDate.get(date)?.[metric] ?? 0
      const age = daysFrom(date, end)
      return metric === "revenue" ? value * (maturity[age] ?? 1) : value
    })
  return {
    scope: first.scope,
    ad_campaign_id: first.ad_campaign_id,
    platform: first.platform,
    dates,
    values: {
      spend: values("spend"),
      impressions: values("impressions"),
      clicks: values("clicks"),
      conversions: values("conversions"),
      revenue: values("revenue"),
    },
  }
}

/** Days by scope, each scope's in order. */
export function byScope(days: readonly SeriesDay[]): Map<string, SeriesDay[]> {
  const scopes = new Map<string, SeriesDay[]>()
  for (const day of days) {
    const scope = scopes.get(day.scope)
    if (scope) {
      scope.push(day)
    } else {
      scopes.set(day.scope, [day])
    }
  }
  return scopes
}

function withoutPauses(
  dates: readonly string[],
  byDate: ReadonlyMap<string, SeriesDay>
): string[] {
  const kept: string[] = []
  let pause: string[] = []
  const endPause = () => {
    kept.push(...pause.slice(0, pause.length % WEEK))
    pause = []
  }
  for (const date of dates) {
    const day = byDate.get(date)
    if (day && (day.has_metric || day.conversions > 0)) {
      endPause()
      kept.push(date)
    } else {
      pause.push(date)
    }
  }
  endPause()
  return kept
}

/** Whether nothing of a scope was in its last days: what ended is not forecast. */
export function hasEnded(
  series: ScopeSeries,
  end: string,
  days: number
): boolean {
  const since = dayAfter(end, -days)
  return series.dates.every(
    (date, index) =>
      date <= since ||
      FORECAST_METRICS.every((metric) => series.values[metric][index] === 0)
  )
}
