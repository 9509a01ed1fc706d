import { isDeepStrictEqual } from "node:util"
import type { ClickIds, TouchFact, UtmValues } from "../../types"
import { cleanId, cleanText } from "../text/normalise"
import { classifyTouch } from "./classify-touch"
import { readQuery, readUtm } from "./read-signals"
import type { ReferrerRules } from "./referrer"

/** An analytics session as its adapter reads it. */
export interface SessionRow {
  id: string
  session_id: string
  visitor_id: string | null
  website_id: string | null
  started_at: Date
  entry_page: string | null
  referrer: string | null
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  utm_term: string | null
  utm_content: string | null
  /** Query strings of its page views, oldest first; click ids are only here. */
  query_strings: string[]
}

/**
 * The touch a session is, or null when it is none. The session's first campaign
 * stands; campaigns seen later in it are listed in `other_campaigns`.
 */
export function sessionTouch(
  session: SessionRow,
  rules: ReferrerRules
): TouchFact | null {
  const seen = session.query_strings.map(readQuery)
  const sessionUtm = readUtm({ ...session })
  const first = firstCampaign(sessionUtm, seen)
  const signals = {
    ...first.utm,
    click_ids: first.click_ids,
    landing_page: cleanText(session.entry_page),
    referrer: cleanText(session.referrer),
  }
  const classification = classifyTouch(signals, rules)
  const sessionId = cleanId(session.session_id)
  if (!classification || !sessionId) {
    return null
  }
  const others = new Set(
    seen
      .map(({ utm }) => utm.utm_campaign)
      .filter((name) => name !== null && name !== first.utm.utm_campaign)
  )
  return {
    ...signals,
    ...classification,
    touch_key: `session:${sessionId}`,
    source: "session",
    session_id: sessionId,
    analytics_session_id: session.id,
    order_id: null,
    visitor_id: cleanId(session.visitor_id),
    website_id: cleanText(session.website_id),
    started_at: session.started_at,
    confidence: "dated",
    other_campaigns: others.size ? ([...others] as string[]) : null,
  }
}

/**
 * The session row has no utm_id and no click ids: they are added from the page
 * view that carried the session's campaign, or, when the row has none, from the
 * first page view that carried anything.
 */
function firstCampaign(
  session: UtmValues,
  seen: { utm: UtmValues; click_ids: ClickIds }[]
): { utm: UtmValues; click_ids: ClickIds } {
  const hasUtm = Object.values(session).some((value) => value !== null)
  if (!hasUtm) {
    return (
      seen.find(({ utm, click_ids }) => carriesAny(utm, click_ids)) ?? {
        utm: session,
        click_ids: {},
      }
    )
  }
  const carrier = seen.find(({ utm }) =>
    isDeepStrictEqual({ ...utm, utm_id: null }, { ...session, utm_id: null })
  )
  return {
    utm: { ...session, utm_id: carrier?.utm.utm_id ?? null },
    click_ids: carrier?.click_ids ?? {},
  }
}

function carriesAny(utm: UtmValues, clickIds: ClickIds): boolean {
  return (
    Object.keys(clickIds).length > 0 ||
    Object.values(utm).some((value) => value !== null)
  )
}
