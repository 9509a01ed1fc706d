import {
  orderTouch,
  sessionTouch,
} from "../../../../src/modules/ad-planning/utils/attribution-resolver"
import type { TouchFact } from "../../../../src/modules/ad-planning/types"
import type { AttributionCase } from "../fixtures/attribution-cases"
import { RULES, pageViews } from "./touches"

const AT = "2026-08-03T10:00:00Z"
const LANDING = "https://shop.com/shirts"

/** The visit as the store's analytics has it. */
export function asSession(
  { query, referrer, at, website_id }: AttributionCase,
  session_id = "session-1"
): TouchFact | null {
  const parameters = new URLSearchParams(query)
  const utm = (name: string) => parameters.get(`utm_${name}`) || null
  return sessionTouch(
    {
      id: "as_1",
      session_id,
      visitor_id: null,
      website_id: website_id ?? "web_a",
      started_at: new Date(at ?? AT),
      entry_page: LANDING,
      referrer: referrer ?? null,
      utm_source: utm("source"),
      utm_medium: utm("medium"),
      utm_campaign: utm("campaign"),
      utm_term: utm("term"),
      utm_content: utm("content"),
      page_views: pageViews([query]),
    },
    RULES
  )
}

/** The same as a storefront stamps it on the order that follows. */
export function asStamp({
  query,
  referrer,
  at,
  website_id,
}: AttributionCase): TouchFact | null {
  const time = new Date(at ?? AT)
  return orderTouch(
    {
      id: "order_1",
      metadata: {
        ...Object.fromEntries(new URLSearchParams(query)),
        referrer,
        landing_page: LANDING,
        website_id: website_id ?? "web_a",
        touch_at: time.toISOString(),
      },
      placed_at: new Date(time.getTime() + 60_000),
    },
    RULES
  )
}
