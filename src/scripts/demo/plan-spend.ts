import { DEMO_CAMPAIGNS, isRunning, type DemoCampaign } from "./campaigns"
import { DAY_MS, daysBetween } from "./period"
import type { CampaignResult } from "./credit-last-touch"
import { randomFor } from "./random"
import { relativeSpend } from "./spend-shape"
import type { DemoPeriod } from "./visits"

/** What a platform reports of one campaign's day. */
export interface CampaignDay {
  campaign: DemoCampaign
  day: string
  pence: number
  impressions: number
  clicks: number
  /** The platform's own count: it sees more than last touch does. */
  conversions: number
  valuePence: number
}

const CLICK_RATES = { meta: 0.011, google: 0.045 }
const OVERCLAIM = 1.3

/**
 * What the campaigns cost: the shape that was planned (`relativeSpend`), scaled so that
 * over the whole period a campaign earns its `roas`. Whole days only, none after the
 * pause.
 */
export function planSpend(
  credited: ReadonlyMap<DemoCampaign, CampaignResult>,
  period: DemoPeriod,
  now: Date
): CampaignDay[] {
  const yesterday = new Date(+now - DAY_MS)
  const lastDay = period.to < yesterday ? period.to : yesterday
  const days = daysBetween(period.from, lastDay)
  return DEMO_CAMPAIGNS.flatMap((campaign) => {
    const running = days.filter((day) =>
      isRunning(campaign, new Date(`${day}T23:59:59Z`), period.pausedAt)
    )
    return campaignDays(
      campaign,
      running,
      period.to,
      credited.get(campaign) ?? { orders: 0, pence: 0 }
    )
  })
}

function campaignDays(
  campaign: DemoCampaign,
  days: readonly string[],
  lastOrderAt: Date,
  result: CampaignResult
): CampaignDay[] {
  const random = randomFor(`spend ${campaign.platform} ${campaign.externalId}`)
  const weights = days.map((day) => relativeSpend(campaign, day, lastOrderAt))
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
  return days.map((day, index) => {
    const share = weights[index]! / totalWeight
    const pence = Math.round((result.pence / campaign.roas) * share)
    const clicks = Math.round(
      (pence / 100 / campaign.costPerClick) * (0.9 + 0.2 * random.float())
    )
    const claimed = result.orders * share * OVERCLAIM
    const conversions = Math.floor(claimed + random.float())
    const value = result.orders === 0 ? 0 : result.pence / result.orders
    return {
      campaign,
      day,
      pence,
      clicks,
      impressions: Math.round(
        (clicks / CLICK_RATES[campaign.platform]) * (0.9 + 0.2 * random.float())
      ),
      conversions,
      valuePence: Math.round(conversions * value),
    }
  })
}
