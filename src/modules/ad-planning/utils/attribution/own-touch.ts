import type { TouchClassification, TouchFact, TouchSignals } from "../../types"

/**
 * The touch that a conversion carries itself: of no session, and so of no
 * visitor whose other conversions it could earn.
 *
 * @param key - the conversion's idempotency key
 */
export function ownTouch(
  key: string,
  origin: TouchSignals & TouchClassification,
  { website_id, started_at }: Pick<TouchFact, "website_id" | "started_at">
): TouchFact {
  return {
    ...origin,
    touch_key: key,
    source: "conversion",
    session_id: null,
    analytics_session_id: null,
    order_id: null,
    visitor_id: null,
    website_id,
    started_at,
    confidence: "dated",
    other_campaigns: null,
  }
}
