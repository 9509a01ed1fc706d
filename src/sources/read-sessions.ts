import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type {
  PageView,
  SessionRow,
} from "../modules/ad-planning/utils/attribution-resolver"
import { optionalText, readGraph } from "./graph"

const sessionSchema = z.object({
  id: z.string(),
  session_id: z.string(),
  visitor_id: optionalText,
  website_id: optionalText,
  started_at: z.coerce.date(),
  entry_page: optionalText,
  referrer: optionalText,
  utm_source: optionalText,
  utm_medium: optionalText,
  utm_campaign: optionalText,
  utm_term: optionalText,
  utm_content: optionalText,
})

const pageViewSchema = z.object({
  session_id: z.string(),
  query_string: optionalText,
  referrer: optionalText,
  metadata: z
    .object({ page_host: optionalText })
    .partial()
    .nullish()
    .catch(null),
  timestamp: z.coerce.date(),
})

export type SessionFilter =
  { id: string[] } | { visitor_id: string[]; started_at: { $gte: Date } }

/** The newest sessions of a visitor in a span of time, without their page views. */
export async function readSessionsBetween(
  container: MedusaContainer,
  visitorId: string,
  from: Date,
  to: Date,
  limit: number
): Promise<SessionRow[]> {
  const sessions = await readGraph(container, sessionSchema, {
    entity: "analytics_session",
    fields: Object.keys(sessionSchema.shape),
    filters: {
      visitor_id: visitorId,
      started_at: { $gte: from, $lte: to },
    },
    pagination: { take: limit, order: { started_at: "DESC" } },
  })
  return sessions.map((session) => ({ ...session, page_views: [] }))
}

/**
 * Analytics sessions with those of their page views that say something: query strings
 * are the only place of click ids and utm_id, `metadata.page_host` that of the shop's
 * own host.
 */
export async function readSessions(
  container: MedusaContainer,
  filters: SessionFilter
): Promise<SessionRow[]> {
  const sessions = await readGraph(container, sessionSchema, {
    entity: "analytics_session",
    fields: Object.keys(sessionSchema.shape),
    filters,
  })
  const views = await readPageViews(
    container,
    sessions.map((session) => session.session_id)
  )
  return sessions.map((session) => ({
    ...session,
    page_views: views.get(session.session_id) ?? [],
  }))
}

async function readPageViews(
  container: MedusaContainer,
  sessionIds: string[]
): Promise<Map<string, PageView[]>> {
  const bySession = new Map<string, PageView[]>()
  if (sessionIds.length === 0) {
    return bySession
  }
  const views = await readGraph(container, pageViewSchema, {
    entity: "analytics_event",
    fields: Object.keys(pageViewSchema.shape),
    filters: {
      session_id: sessionIds,
      event_type: "pageview",
      // Most page views of other trackers say nothing: they are not read.
      $or: [{ query_string: { $ne: null } }, { metadata: { $ne: null } }],
    },
  })
  for (const view of views.toSorted((a, b) => +a.timestamp - +b.timestamp)) {
    const known = bySession.get(view.session_id) ?? []
    const { query_string, referrer } = view
    const host = view.metadata?.page_host ?? null
    bySession.set(view.session_id, [...known, { query_string, referrer, host }])
  }
  return bySession
}
