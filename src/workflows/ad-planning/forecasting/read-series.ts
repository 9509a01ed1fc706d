import type { MedusaContainer } from "@medusajs/framework/types"
import { DateTime } from "luxon"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type { SeriesDay } from "../../../modules/ad-planning/types"
import {
  byScope,
  dayAfter,
  daysFrom,
  maturityFactors,
  type ScopeSeries,
  scopeSeries,
} from "../../../modules/ad-planning/utils/forecast-engine"

/** How much of the past is learned from. */
const HISTORY_DAYS = 730

export interface SeriesFrame {
  as_of: Date
  /** The day the question is asked on, in the store's zone. */
  today: string
  timezone: string
  currency: string
  /** The last day whose spend and orders are whole; null without any data. */
  end: string | null
}

/**
 * From when to when there is data that can be learned from: through the last complete
 * day, or that of complete spend where spend lags.
 */
export async function seriesFrame(
  container: MedusaContainer,
  asOf: Date,
  currency: string
): Promise<SeriesFrame & { from: string }> {
  const service = serviceOf(container)
  const { timezone } = service.options
  const today = DateTime.fromJSDate(asOf).setZone(timezone).toISODate()!
  const { spend_complete_through, first_date } =
    await service.forecasts.seriesState(timezone)
  const yesterday = dayAfter(today, -1)
  const through = spend_complete_through ?? yesterday
  const end = through < yesterday ? through : yesterday
  const frame = { as_of: asOf, today, timezone, currency }
  const from = dayAfter(end, 1 - HISTORY_DAYS)
  return first_date === null || first_date > end
    ? { ...frame, end: null, from }
    : { ...frame, end, from: first_date > from ? first_date : from }
}

/** The days of every scope, and the series they make, corrected for young revenue. */
export async function readSeries(
  container: MedusaContainer,
  { as_of, timezone, currency, end, from }: SeriesFrame & { from: string }
): Promise<{ days: SeriesDay[]; series: ScopeSeries[] }> {
  if (end === null) {
    return { days: [], series: [] }
  }
  const { forecasts } = serviceOf(container)
  const [days, maturity] = await Promise.all([
    forecasts.dailySeries({
      from_date: from,
      to_date: end,
      timezone,
      currency,
      as_of,
      campaign_ids: null,
    }),
    forecasts.revenueMaturity(as_of),
  ])
  // Ages count from the day the question is asked on, not from where spend ends.
  const lag =
    daysFrom(end, DateTime.fromJSDate(as_of).setZone(timezone).toISODate()!) - 1
  const factors = maturityFactors(maturity).slice(lag)
  const series = [...byScope(days).values()]
    .map((own) => scopeSeries(own, end, factors))
    .filter((each) => each !== null)
  return { days, series }
}
