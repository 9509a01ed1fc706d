import type { IdentityFact } from "../modules/ad-planning/types"
import { cleanId } from "../modules/ad-planning/utils/text/normalise"
import type { SourceAnalyticsEvent } from "./read-analytics-events"

/** Whether an analytics event tells who the visitor is. */
export function isIdentify(event: SourceAnalyticsEvent): boolean {
  return event.event_type === "custom_event" && event.event_name === "identify"
}

/**
 * The link that the tracker's `identify` event makes, or null when it names no
 * visitor or no person. Whether there is such a person is not asked here.
 */
export function identifyToLink(
  event: SourceAnalyticsEvent
): IdentityFact | null {
  const visitorId = cleanId(event.visitor_id)
  const personId = cleanId(event.metadata?.person_id)
  return isIdentify(event) && visitorId && personId
    ? {
        kind: "visitor",
        value: visitorId,
        person_id: personId,
        valid_from: event.timestamp,
        source: "identify",
        evidence: `analytics_event:${event.id}`,
      }
    : null
}
