import { adClick, unpaidArrival, type Arrival } from "./arrivals"
import { DEMO_CAMPAIGNS, isRunning } from "./campaigns"
import { DAY_MS } from "./period"
import type { Random } from "./random"

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
const PAID_CHANCE = 0.68

export function isLarge({ pence }: PlannedOrder): boolean {
  return pence > LARGEST_PAID_PENCE
}

/** How a buyer came who came by marketing. */
export function marketing(
  random: Random,
  order: PlannedOrder,
  at: Date,
  period: DemoPeriod
): Arrival {
  const isPaid = random.chance(PAID_CHANCE) && !isLarge(order)
  return isPaid
    ? adClick(random, anyCampaign(random, at, period))
    : unpaidArrival(random, at)
}

export function anyCampaign(random: Random, at: Date, period: DemoPeriod) {
  return random.weighted(
    DEMO_CAMPAIGNS.filter((campaign) =>
      isRunning(campaign, at, period.pausedAt)
    ).map((campaign) => [campaign, campaign.share] as const)
  )
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
