import type { LeftOutReason, NearbyTouchRow } from "../../types"
import { cleanId } from "../text/normalise"
import {
  hostOf,
  isCheckoutPage,
  isOwnHost,
  isWithin,
  type ReferrerRules,
} from "./referrer"
import type { SessionRow } from "./session-touch"

export interface PathBounds {
  converted_at: Date
  path_begins_at: Date
  /** Up to which touches count for the purchase before, or null. */
  former_purchase_at: Date | null
}

/** Why a touch is not in the path; what is left is replaced by a person's choice. */
export function leftOutReason(
  touch: NearbyTouchRow,
  bounds: PathBounds
): LeftOutReason {
  const began = +touch.started_at
  if (touch.is_duplicate) {
    // Of sessions only those are none that come back from paying.
    return touch.source === "session" ? "payment_provider" : "repeats_session"
  }
  if (began > +bounds.converted_at) {
    return "after_conversion"
  }
  if (began < +bounds.path_begins_at) {
    return "outside_lookback"
  }
  const former = bounds.former_purchase_at
  return former && began <= +former && touch.confidence === "dated"
    ? "before_previous_purchase"
    : "replaced_by_choice"
}

/** Why a session that is no touch is none. */
export function untouchedReason(
  { visitor_id, entry_page, referrer, page_views }: SessionRow,
  rules: ReferrerRules
): LeftOutReason {
  const host = hostOf(referrer)
  if (host !== null && isWithin(host, rules.payment_referrers)) {
    return "payment_provider"
  }
  if (
    host !== null &&
    isOwnHost(host, entry_page, {
      ...rules,
      page_hosts: page_views.flatMap((view) => view.host ?? []),
    })
  ) {
    return "own_domain"
  }
  if (host !== null && isCheckoutPage(entry_page)) {
    return "payment_provider"
  }
  return visitor_id !== null && cleanId(visitor_id) === null
    ? "placeholder_visitor"
    : "direct"
}
