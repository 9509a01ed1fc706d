import { DIRECT, unpaidArrival } from "./arrivals"
import { DAY_MS } from "./period"
import type { Random } from "./random"
import {
  anyCampaign,
  clickOn,
  MINUTE_MS,
  sessionIdOf,
  type DemoPeriod,
  type PlannedOrder,
  type Visit,
} from "./visits"

const SATURDAY = 6
const BOUNCE_CHANCE = 0.45

/** A visit of somebody who buys nothing, in the days around an order. */
export function browsingVisit(
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
    ad: () => clickOn(random, anyCampaign(random, at, period), at, period),
    unpaid: () => unpaidArrival(random, at),
    direct: () => DIRECT,
  }
  const isBounce = random.chance(BOUNCE_CHANCE)
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
