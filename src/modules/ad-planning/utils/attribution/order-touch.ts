import type { TouchFact } from "../../types"
import { cleanId, cleanText } from "../text/normalise"
import { classifyTouch } from "./classify-touch"
import { readClickIds, readUtm } from "./read-signals"
import type { ReferrerRules } from "./referrer"

export interface StampedOrder {
  id: string
  metadata: Record<string, unknown> | null
  placed_at: Date
}

/**
 * The touch that a storefront stamped on an order, or null when it stamped
 * none. Without `touch_at` its time is unknown (hosts stamp a first-touch
 * cookie): it is marked `undated` and stands before every dated touch.
 */
export function orderTouch(
  order: StampedOrder,
  rules: ReferrerRules
): TouchFact | null {
  const metadata = order.metadata ?? {}
  const signals = {
    ...readUtm(metadata),
    click_ids: readClickIds(metadata),
    landing_page: cleanText(metadata.landing_page),
    referrer: cleanText(metadata.referrer) ?? cleanText(metadata.ref),
  }
  const classification = classifyTouch(signals, rules)
  if (!classification) {
    return null
  }
  const touchedAt = touchTime(metadata.touch_at, order.placed_at)
  return {
    ...signals,
    ...classification,
    touch_key: `order:${order.id}`,
    source: "order",
    session_id: cleanId(metadata.session_id),
    analytics_session_id: null,
    order_id: order.id,
    visitor_id: cleanId(metadata.visitor_id),
    website_id: cleanText(metadata.website_id),
    started_at: touchedAt ?? order.placed_at,
    confidence: touchedAt ? "dated" : "undated",
    other_campaigns: null,
  }
}

/** A browser's clock: a time after the order is no time of a touch. */
function touchTime(value: unknown, placedAt: Date): Date | null {
  if (typeof value !== "string" && typeof value !== "number") {
    return null
  }
  const time = new Date(value)
  return Number.isNaN(time.getTime()) || time > placedAt ? null : time
}
