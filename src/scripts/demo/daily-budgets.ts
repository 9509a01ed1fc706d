import { DEMO_CAMPAIGNS } from "./campaigns"
import type { CampaignDay } from "./plan-spend"

const BUDGETED_DAYS = 28
const ROUNDED_TO = 5

/** A campaign's daily budget in pounds: its last four weeks' mean, rounded. */
export function dailyBudgets(
  days: readonly CampaignDay[]
): Map<string, number> {
  return new Map(
    DEMO_CAMPAIGNS.map((campaign) => {
      const own = days
        .filter((day) => day.campaign === campaign)
        .slice(-BUDGETED_DAYS)
      const mean =
        own.reduce((sum, { pence }) => sum + pence, 0) / 100 / (own.length || 1)
      const rounded = Math.max(1, Math.round(mean / ROUNDED_TO)) * ROUNDED_TO
      return [campaign.externalId, rounded]
    })
  )
}
