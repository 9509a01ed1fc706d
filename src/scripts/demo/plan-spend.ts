import { DEMO_CAMPAIGNS, isRunning, type DemoCampaign } from "./campaigns"
import { DAY_MS, dayOf, daysBetween } from "./period"
import type { CampaignResult } from "./credit-last-touch"
import type { DemoPeriod, Visit } from "./visits"
import { randomFor } from "./random"

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

// Monday first to Sunday last, as a B2B shop's ads do.
const WEEKDAY_WEIGHTS = [1.05, 1.1, 1.08, 1.12, 0.95, 0.7, 1]
const CLICK_RATES = { meta: 0.011, google: 0.045 }
const OVERCLAIM = 1.3
const ROLLING_DAYS = 7

/**
 * Makes up what the campaigns cost: proportional to the visits their ads
 * brought (a rolling week of them), shaped by weekday, scaled so that over the
 * whole period a campaign earns its `roas`. Whole days only, none after the
 * pause.
 */
export function planSpend(
  visits: readonly Visit[],
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
      visitsPerDay(visits, campaign),
      credited.get(campaign) ?? { orders: 0, pence: 0 }
    )
  })
}

function visitsPerDay(
  visits: readonly Visit[],
  campaign: DemoCampaign
): Map<string, number> {
  const perDay = new Map<string, number>()
  for (const { at, arrival } of visits) {
    if (arrival.ad === campaign) {
      perDay.set(dayOf(at), (perDay.get(dayOf(at)) ?? 0) + 1)
    }
  }
  return perDay
}

function campaignDays(
  campaign: DemoCampaign,
  days: readonly string[],
  visits: ReadonlyMap<string, number>,
  result: CampaignResult
): CampaignDay[] {
  const random = randomFor(`spend ${campaign.platform} ${campaign.externalId}`)
  const weights = days.map((day, index) => {
    const from = Math.max(0, index - Math.floor(ROLLING_DAYS / 2))
    const week = days.slice(from, from + ROLLING_DAYS)
    const mean =
      week.reduce((sum, each) => sum + (visits.get(each) ?? 0), 0) / week.length
    const weekday = (new Date(day).getUTCDay() + 6) % 7
    const noise = 0.88 + 0.24 * random.float()
    return (mean + 0.1) * WEEKDAY_WEIGHTS[weekday]! * noise
  })
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
