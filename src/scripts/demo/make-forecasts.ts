import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../../modules/ad-planning"
import type AdPlanningService from "../../modules/ad-planning/service"
import { fillForecastActualsWorkflow } from "../../workflows/ad-planning/forecasting/fill-forecast-actuals"
import { generateBudgetForecastWorkflow } from "../../workflows/ad-planning/forecasting/generate-budget-forecast"
import { watchBudgetsWorkflow } from "../../workflows/ad-planning/forecasting/watch-budgets"
import { dailyBudgets } from "./daily-budgets"
import { DAY_MS } from "./period"
import type { CampaignDay } from "./plan-spend"

/** Forecasts of the past, so that accuracy has something to say. */
export const PAST_SUNDAYS = 8
const PAST_HORIZON_DAYS = 30
const HORIZON_DAYS = 60
const CURRENCY = "gbp"
// The job's hour.
const SUNDAY_HOUR = 5

/** What the Sunday job would have made on past Sundays, and what it makes today. */
export async function makeForecasts(
  container: MedusaContainer,
  now: Date,
  advance: (generations: number) => void
): Promise<void> {
  const dates = [...pastSundays(now), now]
  for (const asOf of dates) {
    await generateBudgetForecastWorkflow(container).run({
      input: {
        horizon_days: asOf === now ? HORIZON_DAYS : PAST_HORIZON_DAYS,
        as_of: asOf.toISOString(),
        currency: CURRENCY,
      },
    })
    advance(1)
  }
  const input = { now: now.toISOString(), currency: CURRENCY }
  await fillForecastActualsWorkflow(container).run({ input })
  await watchBudgetsWorkflow(container).run({ input })
}

/** Early on each of the last Sundays before today, oldest first. */
export function pastSundays(now: Date): Date[] {
  const midnight = Date.parse(now.toISOString().slice(0, 10))
  const last = midnight - (new Date(midnight).getUTCDay() || 7) * DAY_MS
  return Array.from(
    { length: PAST_SUNDAYS },
    (_, week) =>
      new Date(
        last - (PAST_SUNDAYS - 1 - week) * 7 * DAY_MS + SUNDAY_HOUR * 3_600_000
      )
  )
}

/** Budgets of the campaigns that no host module has. */
export async function writeStoreBudgets(
  container: MedusaContainer,
  days: readonly CampaignDay[]
): Promise<void> {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const campaigns = await service.listAdPlanningCampaigns(
    { platform: "google" },
    { select: ["id", "external_id"], take: null }
  )
  const amounts = dailyBudgets(days)
  await service.budgets.setBudgets(
    campaigns.flatMap(({ id, external_id }) => {
      const daily = amounts.get(external_id)
      return daily === undefined
        ? []
        : [
            {
              ad_campaign_id: id,
              source: "store" as const,
              currency: CURRENCY,
              daily_amount: daily,
              monthly_amount: null,
              lifetime_amount: null,
            },
          ]
    })
  )
}
