import { isDeepStrictEqual } from "node:util"
import type { ClickIds, TouchFact, UtmValues } from "../../types"
import { cleanId, cleanText } from "../text/normalise"
import { classifyTouch } from "./classify-touch"
import { readQuery, readUtm } from "./read-signals"
import { hostOf, isOwnHost, type ReferrerRules } from "./referrer"

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
  /** Its page views, oldest first: click ids are only in their query strings. */
  page_views: PageView[]
}

export interface PageView {
  query_string: string | null
  referrer: string | null
  /** Of the page itself, where the shop's script told it. */
  host: string | null
}

/**
 * The touch a session is, or null when it is none. The session's first campaign
 * stands; campaigns seen later in it are listed in `other_campaigns`. What a link of
 * the shop itself says is none of them, unless the store wants it to count.
 */
export function sessionTouch(
  session: SessionRow,
  shopRules: ReferrerRules
): TouchFact | null {
  const page_hosts = session.page_views.flatMap(({ host }) => host ?? [])
  const rules = { ...shopRules, page_hosts }
  const views = session.page_views.map((view) => ({
    ...readQuery(view.query_string),
    isInternal: isInternalView(view, rules),
  }))
  const seen = views.filter(({ isInternal }) => !isInternal)
  const sessionUtm = withoutInternal(readUtm({ ...session }), views)
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

/** A page that another page of the shop led to. */
function isInternalView(
  { referrer, query_string }: PageView,
  rules: ReferrerRules
): boolean {
  const host = hostOf(referrer)
  return (
    rules.internal_utm !== "count" &&
    host !== null &&
    isOwnHost(host, null, rules) &&
    Object.keys(readQuery(query_string).click_ids).length === 0
  )
}

/** The row has the first campaign of all, which may be one of the shop's own links. */
function withoutInternal(
  utm: UtmValues,
  views: { utm: UtmValues; isInternal: boolean }[]
): UtmValues {
  const sayers = views.filter((view) =>
    isDeepStrictEqual({ ...view.utm, utm_id: null }, { ...utm, utm_id: null })
  )
  return sayers.length > 0 && sayers.every(({ isInternal }) => isInternal)
    ? readUtm({})
    : utm
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
