import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOM_ANALYTICS_MODULE } from "../../host-modules/custom-analytics"
import type CustomAnalyticsService from "../../host-modules/custom-analytics/service"
import { inChunks } from "../../lib/in-chunks"
import type { Visit } from "./visits"
import { quietly } from "./quietly"
import { randomFor } from "./random"
import { asOf } from "./write-orders"

const WEBSITE = "online-retail-demo"
const VISIT_CHUNKS = { size: 500, atOnce: 2 }

const DEVICES = [
  { browser: "Chrome", os: "Windows", device_type: "desktop" },
  { browser: "Safari", os: "macOS", device_type: "desktop" },
  { browser: "Safari", os: "iOS", device_type: "mobile" },
  { browser: "Chrome", os: "Android", device_type: "mobile" },
]
const PAGES = ["/", "/collections/gifts", "/collections/kitchen", "/sale"]

/**
 * Writes sessions, and for those that came with parameters a session has no
 * column for, the page view that carries them.
 */
export async function writeVisits(
  container: MedusaContainer,
  visits: readonly Visit[],
  advance: (rows: number) => void
): Promise<void> {
  const analytics = container.resolve<CustomAnalyticsService>(
    CUSTOM_ANALYTICS_MODULE
  )
  await inChunks(visits, VISIT_CHUNKS, (chunk) =>
    quietly(container, async (context) => {
      await analytics.createAnalyticsSessions(chunk.map(sessionRow), context)
      await analytics.createAnalyticsEvents(
        chunk.filter(hasQuery).map(pageViewRow),
        context
      )
      advance(chunk.length)
    })
  )
}

export function hasQuery({ arrival }: Visit): boolean {
  return Object.keys(arrival.query).length > 0
}

function sessionRow(visit: Visit) {
  const { seconds, pageviews } = visit
  const endedAt = new Date(+visit.at + seconds * 1_000)
  return {
    ...visitColumns(visit),
    entry_page: landingPage(visit),
    exit_page: landingPage(visit),
    pageviews,
    duration_seconds: seconds,
    is_bounce: pageviews === 1,
    started_at: visit.at,
    ended_at: endedAt,
    last_activity_at: endedAt,
    ...asOf(visit.at),
  }
}

function pageViewRow(visit: Visit) {
  const { utm, query } = visit.arrival
  return {
    ...visitColumns(visit),
    event_id: `${visit.sessionId}-landing`,
    event_type: "pageview" as const,
    pathname: landingPage(visit),
    query_string: `${new URLSearchParams({ ...utm, ...query })}`,
    metadata: { synthetic: true },
    timestamp: visit.at,
    ...asOf(visit.at),
  }
}

function visitColumns({ arrival, ...visit }: Visit) {
  return {
    session_id: visit.sessionId,
    visitor_id: visit.visitorId,
    website_id: WEBSITE,
    referrer: arrival.referrer,
    referrer_source:
      arrival.referrer &&
      new URL(arrival.referrer).hostname.replace(/^www\./, ""),
    country: visit.countryCode?.toUpperCase() ?? null,
    ...randomFor(`device ${visit.visitorId}`).pick(DEVICES),
    ...arrival.utm,
  }
}

function landingPage({ sessionId }: Visit): string {
  return randomFor(`page ${sessionId}`).pick(PAGES)
}
