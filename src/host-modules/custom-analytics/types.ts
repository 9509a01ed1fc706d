export const CUSTOM_ANALYTICS_MODULE = "custom_analytics"

export const UTM_FIELDS = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_term",
  "utm_content",
] as const

export type UtmField = (typeof UTM_FIELDS)[number]

/** One message of the storefront's tracker, checked. Times are ISO 8601. */
export interface TrackedEvent extends Partial<Record<UtmField, string>> {
  event_id?: string
  website_id: string
  event_type: "pageview" | "custom_event"
  event_name?: string
  pathname: string
  referrer?: string
  visitor_id: string
  session_id: string
  user_agent?: string
  query_string?: string
  is_404?: boolean
  metadata?: Record<string, unknown>
  /** When it happened, by the visitor's clock. */
  timestamp?: string
  /** When it reached us. */
  received_at: string
}

/** The columns of `analytics_event` that a tracked event fills. */
export interface EventRow extends Record<UtmField, string | null> {
  id: string
  event_id: string | null
  website_id: string
  event_type: string
  event_name: string | null
  pathname: string
  referrer: string | null
  referrer_source: string | null
  visitor_id: string
  session_id: string
  user_agent: string | null
  browser: string | null
  os: string | null
  device_type: string | null
  query_string: string | null
  is_404: boolean
  metadata: string | null
  timestamp: string
}

export interface TrackResult {
  /** Null when the event's event_id was seen before; nothing is written. */
  event: { id: string } | null
  session: { id: string; created: boolean } | null
}

export interface SqlStatement {
  sql: string
  params: unknown[]
}
