import type { DemoCampaign } from "./campaigns"
import { creditLastTouch, type CampaignResult } from "./credit-last-touch"
import { Cookies, orderStory } from "./order-story"
import { randomFor } from "./random"
import {
  marketing,
  stampOf,
  type DemoPeriod,
  type OrderStamp,
  type PlannedOrder,
  type Visit,
} from "./visits"

export interface VisitPlan {
  visits: Visit[]
  /** By invoice number. */
  stamps: Map<string, OrderStamp>
  /** What last touch must credit each campaign with. */
  credited: Map<DemoCampaign, CampaignResult>
}

const VISITOR_CHANCE = 0.7
const STAMP_WITHOUT_VISITOR_CHANCE = 0.03

/**
 * Makes up the visits around real orders: who came how and when, and what the
 * storefront stamped on the order. A pure function of its arguments.
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
