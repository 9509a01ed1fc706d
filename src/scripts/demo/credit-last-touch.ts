import { isTouch } from "./arrivals"
import type { DemoCampaign } from "./campaigns"
import {
  LOOKBACK_MS,
  type OrderStamp,
  type PlannedOrder,
  type Visit,
} from "./visits"

export interface CampaignResult {
  orders: number
  pence: number
}

/** The rule of DEFINITIONS.md, in miniature: last touch within 30 days. */
export function creditLastTouch(
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
