import type { MedusaContainer } from "@medusajs/framework/types"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type { SeriesDay } from "../../../modules/ad-planning/types"
import {
  dayAfter,
  daysFrom,
  eachDay,
  type Pacing,
  pacingOf,
} from "../../../modules/ad-planning/utils/forecast-engine"
import {
  fxPeriods,
  fxRateOn,
} from "../../../modules/ad-planning/utils/money/fx-rate"
import { readSeries, type SeriesFrame } from "./read-series"

export interface CampaignPacing extends Pacing {
  ad_campaign_id: string
  name: string
  platform: string
  month: string
  budget: number | null
  budget_source: string | null
}

// On the first days of a month the former one is still looked at.
const FIRST_DAYS = 7
const SILENT_DAYS = 28

/** Where each running campaign's month is heading; early in a month the former, too. */
export async function readPacing(
  container: MedusaContainer,
  frame: SeriesFrame & { from: string }
): Promise<CampaignPacing[]> {
  if (frame.end === null) {
    return []
  }
  const months = [frame.today.slice(0, 7)]
  if (Number(frame.today.slice(8)) <= FIRST_DAYS) {
    months.push(dayAfter(`${months[0]}-01`, -1).slice(0, 7))
  }
  const { days } = await readSeries(container, {
    ...frame,
    from: `${months.at(-1)}-01`,
  })
  const perMonth = await Promise.all(
    months.map((month) => pacingOfMonth(container, frame, month, days))
  )
  return perMonth.flat()
}

async function pacingOfMonth(
  container: MedusaContainer,
  { end, currency, today }: SeriesFrame,
  month: string,
  days: readonly SeriesDay[]
): Promise<CampaignPacing[]> {
  const service = serviceOf(container)
  const first = `${month}-01`
  const next = dayAfter(first, 31).slice(0, 7)
  const daysInMonth = daysFrom(first, `${next}-01`)
  const last = dayAfter(first, daysInMonth - 1)
  const through = end !== null && end < last ? end : last
  const [campaigns, budgets, generation] = await Promise.all([
    service.forecasts.runningCampaigns(dayAfter(today, -SILENT_DAYS)),
    service.budgets.campaignBudgets(),
    service.forecasts.latestGeneration(currency),
  ])
  const forecasts = generation
    ? await service.listBudgetForecasts(
        {
          generated_on: generation.generated_on,
          currency,
          scope_type: "campaign",
          forecast_date: { $gt: through, $lte: last },
        },
        { select: ["scope", "predicted_spend"], take: null }
      )
    : []
  const fx = fxPeriods(service.options.fx, currency)
  return campaigns.map(({ id, name, platform }) => {
    const scope = `campaign:${id}`
    const own = new Map(
      days
        .filter((day) => day.scope === scope)
        .map((day) => [day.date, day.spend])
    )
    const expected = forecasts.filter((row) => row.scope === scope)
    const budget = budgets.find(({ ad_campaign_id }) => ad_campaign_id === id)
    const rate = budget && fxRateOn(fx, budget.currency, through)
    const monthly =
      budget?.monthly_amount ??
      (budget?.daily_amount ? budget.daily_amount * daysInMonth : null)
    const amount = rate && monthly !== null ? monthly * Number(rate) : null
    return {
      ad_campaign_id: id,
      name,
      platform,
      month,
      budget: amount,
      budget_source: amount === null ? null : (budget?.source ?? null),
      ...pacingOf({
        spent: eachDay(first, through).map((date) => own.get(date) ?? 0),
        days_in_month: daysInMonth,
        budget: amount,
        expected: expected.length
          ? expected.reduce((sum, row) => sum + (row.predicted_spend ?? 0), 0)
          : null,
      }),
    }
  })
}
