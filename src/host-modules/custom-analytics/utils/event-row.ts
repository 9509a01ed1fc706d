import { generateEntityId } from "@medusajs/framework/utils"

import type { EventRow, TrackedEvent } from "../types"
import { describeUserAgent } from "./describe-user-agent"
import { eventTime } from "./event-time"
import { utmOf } from "./utm-of"

/** The row that stores a tracked event. */
export function eventRow(event: TrackedEvent): EventRow {
  return {
    id: generateEntityId(undefined, "anevt"),
    event_id: event.event_id ?? null,
    website_id: event.website_id,
    event_type: event.event_type,
    event_name: event.event_name ?? null,
    pathname: event.pathname,
    referrer: event.referrer ?? null,
    referrer_source: hostOf(event.referrer),
    visitor_id: event.visitor_id,
    session_id: event.session_id,
    user_agent: event.user_agent ?? null,
    ...describeUserAgent(event.user_agent),
    ...utmOf(event),
    query_string: event.query_string ?? null,
    is_404: event.is_404 ?? false,
    metadata: event.metadata ? JSON.stringify(event.metadata) : null,
    timestamp: eventTime(event.timestamp, event.received_at),
  }
}

// Not URL.canParse: optimised, Node 20.20's refuses other letters than ASCII.
function hostOf(referrer: string | undefined): string | null {
  try {
    return new URL(referrer ?? "").hostname.replace(/^www\./, "") || null
  } catch {
    return null
  }
}
