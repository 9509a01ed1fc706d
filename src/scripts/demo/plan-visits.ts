import {
  adClick,
  DIRECT,
  isTouch,
  PAYMENT_RETURN,
  unpaidArrival,
  type Arrival,
} from "./arrivals"
import { DEMO_CAMPAIGNS, isRunning, type DemoCampaign } from "./campaigns"
import { DAY_MS } from "./period"
import { randomFor, type Random } from "./random"

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

export interface CampaignResult {
  orders: number
  pence: number
}

export interface VisitPlan {
  visits: Visit[]
  stamps: Map<string, OrderStamp>
  /** What last touch must credit each campaign with. */
  credited: Map<DemoCampaign, CampaignResult>
}

// Of 100 orders 70 have a visitor, 42 of those a marketing touch in the 30
// days before; three visits in four lead to nothing.
const VISITOR_CHANCE = 0.7
const MARKETING_CHANCE = 0.6
const PAID_CHANCE = 0.68
const SAME_SESSION_CHANCE = 0.55
const ASSIST_CHANCE = 0.3
const PAYMENT_RETURN_CHANCE = 0.08
const STAMP_CHANCE = 0.25
const STAMP_WITHOUT_VISITOR_CHANCE = 0.03
const BROWSING_VISITS = 3
const LOOKBACK_MS = 30 * DAY_MS
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

// Wholesale buyers of that size come by themselves; one of them would decide
// a campaign's return alone.
const LARGEST_PAID_PENCE = 150_000

/**
 * Makes up the visits around real orders: who came how and when, and what the
 * storefront stamped on the order. A pure function of its arguments; what is
 * drawn for an order depends on its number alone.
 *
 * @param orders - oldest first
 */
export function planVisits(
  orders: readonly PlannedOrder[],
  period: DemoPeriod
): VisitPlan {
  const cookies = new Cookies()
  const visits: Visit[] = []
  const stamps = new Map<string, OrderStamp>()
  const stampedAds = new Map<string, DemoCampaign>()

  for (const order of orders.filter(({ pence }) => pence > 0)) {
    const random = randomFor(`order ${order.invoice}`)
    if (random.chance(VISITOR_CHANCE)) {
      const story = orderStory(random, order, cookies, period)
      visits.push(...story.visits)
      stamps.set(order.invoice, story.stamp)
    } else if (random.chance(STAMP_WITHOUT_VISITOR_CHANCE)) {
      const arrival = marketing(random, order, order.at, period)
      stamps.set(order.invoice, stampOf(arrival))
      if (arrival.ad && arrival.namesCampaign) {
        stampedAds.set(order.invoice, arrival.ad)
      }
    }
  }
  return {
    visits,
    stamps,
    credited: creditLastTouch(orders, visits, stamps, stampedAds),
  }
}

interface Cookie {
  visitorId: string
  touchedAt: number
  orderedAt: number
  sessionId: string
}

/**
 * The visitor ids of customers. An order without a marketing touch gets a new
 * one where the old has a touch in the lookback, as after deleted cookies; so
 * does a large order always.
 */
class Cookies {
  private readonly known = new Map<string, Cookie>()

  of(order: PlannedOrder, isMarketed: boolean): Cookie {
    const owner = order.customer ?? `guest-${order.invoice}`
    const cookie = this.known.get(owner)
    const isWorn =
      !isMarketed && cookie && cookie.touchedAt >= +order.at - LOOKBACK_MS
    if (cookie && !isWorn && !isLarge(order)) {
      return cookie
    }
    const fresh = {
      visitorId: `synthetic-visitor-${owner}-${order.invoice}`,
      touchedAt: 0,
      orderedAt: 0,
      sessionId: "",
    }
    if (!isLarge(order)) {
      this.known.set(owner, fresh)
    }
    return fresh
  }
}

function isLarge({ pence }: PlannedOrder): boolean {
  return pence > LARGEST_PAID_PENCE
}

function orderStory(
  random: Random,
  order: PlannedOrder,
  cookies: Cookies,
  period: DemoPeriod
): { visits: Visit[]; stamp: OrderStamp } {
  const isMarketed = random.chance(MARKETING_CHANCE)
  const cookie = cookies.of(order, isMarketed)
  const { visitorId } = cookie
  const isSameSession = +order.at - cookie.orderedAt < HOUR_MS
  const path = isSameSession
    ? { visits: [], sessionId: cookie.sessionId, touch: null }
    : pathTo(random, order, cookie, isMarketed, period)
  cookie.orderedAt = +order.at
  cookie.sessionId = path.sessionId
  cookie.touchedAt = path.touch ? +order.at : cookie.touchedAt
  const browsing = BROWSING_VISITS + 1 - path.visits.length
  return {
    visits: [
      ...path.visits,
      ...Array.from({ length: browsing }, (_, index) =>
        browsingVisit(random, order, `browse-${index + 1}`, period)
      ),
    ],
    stamp: {
      visitor_id: visitorId,
      session_id: path.sessionId,
      ...(path.touch && random.chance(STAMP_CHANCE)
        ? {
            ...stampOf(path.touch.arrival),
            ...(random.chance(0.5)
              ? { touch_at: path.touch.at.toISOString() }
              : {}),
          }
        : {}),
    },
  }
}

/** The visits of one visitor that led to an order, none before the last one. */
function pathTo(
  random: Random,
  order: PlannedOrder,
  { visitorId, orderedAt }: Cookie,
  isMarketed: boolean,
  period: DemoPeriod
): { visits: Visit[]; sessionId: string; touch: Visit | null } {
  const visit = (name: string, at: Date, arrival: Arrival): Visit => ({
    sessionId: sessionIdOf(order, name),
    visitorId,
    at,
    arrival,
    countryCode: order.countryCode,
    seconds: random.int(60, 900),
    pageviews: random.int(3, 20),
  })
  const oldest = Math.max(+period.from, orderedAt, +order.at - LOOKBACK_MS)
  const began = before(order.at, random.int(4, 40) * MINUTE_MS)
  const visits: Visit[] = []
  let touch: Visit | null = null
  if (isMarketed) {
    const at = touchTime(random, began, oldest)
    const name = at === began ? "buy" : "touch"
    touch = visit(name, at, marketing(random, order, at, period))
    visits.push(touch)
    const assistedAt = earlier(random, at)
    if (+assistedAt > oldest && random.chance(ASSIST_CHANCE)) {
      const assist = marketing(random, order, assistedAt, period)
      visits.push(visit("assist", assistedAt, assist))
    }
  }
  if (touch?.at !== began) {
    visits.push(visit("buy", began, DIRECT))
  }
  if (random.chance(PAYMENT_RETURN_CHANCE)) {
    const back = before(order.at, random.int(20, 90) * 1_000)
    const paid = visit("return", back, PAYMENT_RETURN)
    return { visits: [...visits, paid], sessionId: paid.sessionId, touch }
  }
  return { visits, sessionId: sessionIdOf(order, "buy"), touch }
}

function sessionIdOf({ invoice }: PlannedOrder, name: string): string {
  return `synthetic-session-${invoice}-${name}`
}

/** In the session of the order, or up to 30 days earlier, mostly lately. */
function touchTime(random: Random, began: Date, oldest: number): Date {
  const isSame = random.chance(SAME_SESSION_CHANCE)
  const at = earlier(random, began)
  return isSame || +at <= oldest ? began : at
}

function earlier(random: Random, at: Date): Date {
  const days = 29 * random.float() ** 2
  return before(at, HOUR_MS + Math.floor(days * DAY_MS))
}

function marketing(
  random: Random,
  order: PlannedOrder,
  at: Date,
  period: DemoPeriod
): Arrival {
  const isPaid = random.chance(PAID_CHANCE) && order.pence <= LARGEST_PAID_PENCE
  return isPaid
    ? adClick(random, anyCampaign(random, at, period))
    : unpaidArrival(random, at)
}

function anyCampaign(random: Random, at: Date, period: DemoPeriod) {
  return random.weighted(
    DEMO_CAMPAIGNS.filter((campaign) =>
      isRunning(campaign, at, period.pausedAt)
    ).map((campaign) => [campaign, campaign.share] as const)
  )
}

function stampOf({ utm, query }: Arrival): OrderStamp {
  return { ...utm, ...query }
}

/** A visit of somebody who buys nothing, in the days around an order. */
function browsingVisit(
  random: Random,
  order: PlannedOrder,
  name: string,
  period: DemoPeriod
): Visit {
  const at = browsingTime(random, order.at, period)
  const kind = random.weighted([
    ["ad", 50],
    ["unpaid", 22],
    ["direct", 28],
  ])
  const arrivals = {
    ad: () => adClick(random, anyCampaign(random, at, period)),
    unpaid: () => unpaidArrival(random, at),
    direct: () => DIRECT,
  }
  const isBounce = random.chance(0.45)
  return {
    sessionId: sessionIdOf(order, name),
    visitorId: `synthetic-visitor-${order.invoice}-${name}`,
    at,
    arrival: arrivals[kind as keyof typeof arrivals](),
    countryCode: order.countryCode,
    seconds: isBounce ? 0 : random.int(10, 400),
    pageviews: isBounce ? 1 : random.int(2, 8),
  }
}

/** Fewer on Saturdays, when the shop is closed, but not none. */
function browsingTime(random: Random, orderAt: Date, period: DemoPeriod): Date {
  const SATURDAY = 6
  let time =
    +orderAt + random.int(-3, 3) * DAY_MS + random.int(-300, 420) * MINUTE_MS
  if (new Date(time).getUTCDay() === SATURDAY && random.chance(0.5)) {
    time -= 2 * DAY_MS
  }
  if (time > +period.to) {
    time -= 7 * DAY_MS
  }
  return new Date(time < +period.from ? time + 7 * DAY_MS : time)
}

/** The rule of DEFINITIONS.md, in miniature: last touch within 30 days. */
function creditLastTouch(
  orders: readonly PlannedOrder[],
  visits: readonly Visit[],
  stamps: ReadonlyMap<string, OrderStamp>,
  stampedAds: ReadonlyMap<string, DemoCampaign>
): Map<DemoCampaign, CampaignResult> {
  const touches = new Map<string, Visit[]>()
  for (const visit of visits.filter(({ arrival }) => isTouch(arrival))) {
    touches.set(visit.visitorId, [
      ...(touches.get(visit.visitorId) ?? []),
      visit,
    ])
  }
  const credited = new Map<DemoCampaign, CampaignResult>()
  for (const order of orders) {
    const visitor = stamps.get(order.invoice)?.visitor_id
    const touch = (visitor ? (touches.get(visitor) ?? []) : [])
      .filter(({ at }) => at <= order.at && +at >= +order.at - LOOKBACK_MS)
      .reduce<Visit | null>(
        (last, visit) => (last && last.at > visit.at ? last : visit),
        null
      )
    const ad = touch?.arrival.namesCampaign
      ? touch.arrival.ad
      : stampedAds.get(order.invoice)
    if (ad) {
      const sum = credited.get(ad) ?? { orders: 0, pence: 0 }
      credited.set(ad, {
        orders: sum.orders + 1,
        pence: sum.pence + order.netPence,
      })
    }
  }
  return credited
}

function before(at: Date, milliseconds: number): Date {
  return new Date(+at - milliseconds)
}
