import { DIRECT, PAYMENT_RETURN, type Arrival } from "./arrivals"
import { browsingVisit } from "./browsing-visit"
import { DAY_MS } from "./period"
import type { Random } from "./random"
import {
  before,
  HOUR_MS,
  isLarge,
  LOOKBACK_MS,
  marketing,
  MINUTE_MS,
  sessionIdOf,
  stampOf,
  type DemoPeriod,
  type OrderStamp,
  type PlannedOrder,
  type Visit,
} from "./visits"

// Three visits in four lead to nothing.
const BROWSING_VISITS = 3
const MARKETING_CHANCE = 0.75
const SAME_SESSION_CHANCE = 0.55
const ASSIST_CHANCE = 0.3
const PAYMENT_RETURN_CHANCE = 0.08
const STAMP_CHANCE = 0.25

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
export class Cookies {
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

/**
 * The visits around an order and what the storefront stamped on it. An order
 * within an hour of the visitor's former one belongs to the same session.
 */
export function orderStory(
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
