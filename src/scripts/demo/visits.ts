import { adClick, DIRECT, unpaidArrival, type Arrival } from "./arrivals"
import { DEMO_CAMPAIGNS, isRunning, type DemoCampaign } from "./campaigns"
import { DAY_MS, dayOf } from "./period"
import type { Random } from "./random"
import { buyersOf, relativeSpend } from "./spend-shape"

/** What of an order the visits around it depend on. */
export interface PlannedOrder {
  invoice: string
  customer: string | null
  at: Date
  countryCode: string | null
  pence: number
  /** What is left after the credit notes that are booked. */
  netPence: number
}

export interface DemoPeriod {
  from: Date
  /** The last order. */
  to: Date
  pausedAt: Date
  /** From when on an untagged campaign's links carry nothing. */
  untaggedAt: Date
}

export interface Visit {
  sessionId: string
  visitorId: string
  at: Date
  arrival: Arrival
  countryCode: string | null
  seconds: number
  pageviews: number
}

/** What the storefront would have copied into order.metadata. */
export type OrderStamp = Record<string, string>

export const LOOKBACK_MS = 30 * DAY_MS
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000

// Wholesale buyers of that size come by themselves; one of them would decide
// a campaign's return alone.
const LARGEST_PAID_PENCE = 150_000
const PAID_CHANCE = 0.8

export function isLarge({ pence }: PlannedOrder): boolean {
  return pence > LARGEST_PAID_PENCE
}

/** How a buyer came who came by marketing: the more an ad spends, the likelier by it. */
export function marketing(
  random: Random,
  order: PlannedOrder,
  at: Date,
  period: DemoPeriod
): Arrival {
  const campaign = isLarge(order) ? null : buyersCampaign(random, at, period)
  return campaign
    ? clickOn(random, campaign, at, period)
    : unpaidArrival(random, at)
}

/** Whose ad brought a buyer, if any: chances are concave in each campaign's spend. */
function buyersCampaign(
  random: Random,
  at: Date,
  period: DemoPeriod
): DemoCampaign | null {
  const running = runningAt(at, period)
  const shares = running.reduce((sum, { share }) => sum + share, 0)
  let point = random.float()
  return (
    running.find((campaign) => {
      const relative = relativeSpend(campaign, dayOf(at), period.to)
      point -= ((PAID_CHANCE * campaign.share) / shares) * buyersOf(relative)
      return point < 0
    }) ?? null
  )
}

/** Whose ad brought somebody who buys nothing: as many as it paid for. */
export function anyCampaign(random: Random, at: Date, period: DemoPeriod) {
  return random.weighted(
    runningAt(at, period).map(
      (campaign) =>
        [
          campaign,
          campaign.share * relativeSpend(campaign, dayOf(at), period.to),
        ] as const
    )
  )
}

/** A click on an ad; one whose link lost its parameters looks like a search result. */
export function clickOn(
  random: Random,
  campaign: DemoCampaign,
  at: Date,
  { untaggedAt }: DemoPeriod
): Arrival {
  return campaign.isUntagged && at >= untaggedAt
    ? { ...DIRECT, referrer: "https://www.google.com/" }
    : adClick(random, campaign)
}

function runningAt(at: Date, { pausedAt }: DemoPeriod): DemoCampaign[] {
  return DEMO_CAMPAIGNS.filter((campaign) => isRunning(campaign, at, pausedAt))
}

export function stampOf({ utm, query }: Arrival): OrderStamp {
  return { ...utm, ...query }
}

export function sessionIdOf({ invoice }: PlannedOrder, name: string): string {
  return `synthetic-session-${invoice}-${name}`
}

export function before(at: Date, milliseconds: number): Date {
  return new Date(+at - milliseconds)
}
