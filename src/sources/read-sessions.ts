import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { SessionRow } from "../modules/ad-planning/utils/attribution-resolver"
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
  query_string: z.string(),
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
  return sessions.map((session) => ({ ...session, query_strings: [] }))
}

/**
 * Analytics sessions with the query strings of their page views, which are the
 * only place of click ids and utm_id.
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
  const queryStrings = await readQueryStrings(
    container,
    sessions.map((session) => session.session_id)
  )
  return sessions.map((session) => ({
    ...session,
    query_strings: queryStrings.get(session.session_id) ?? [],
  }))
}

async function readQueryStrings(
  container: MedusaContainer,
  sessionIds: string[]
): Promise<Map<string, string[]>> {
  const bySession = new Map<string, string[]>()
  if (sessionIds.length === 0) {
    return bySession
  }
  const views = await readGraph(container, pageViewSchema, {
    entity: "analytics_event",
    fields: Object.keys(pageViewSchema.shape),
    filters: {
      session_id: sessionIds,
      event_type: "pageview",
      query_string: { $ne: null },
    },
  })
  for (const view of views.toSorted((a, b) => +a.timestamp - +b.timestamp)) {
    const known = bySession.get(view.session_id) ?? []
    bySession.set(view.session_id, [...known, view.query_string])
  }
  return bySession
}
