import type { JourneyFact } from "../modules/ad-planning/types"

/** What somebody said on a social network: nothing links it to a customer yet. */
export function socialTouchpoint(
  source_type: "social_comment" | "social_mention",
  source_id: string,
  timestamp: Date,
  event_data: Record<string, unknown>
): JourneyFact {
  return {
    source_type,
    source_id,
    event_type: "social_engage",
    event_data,
    channel: "social",
    stage: "awareness",
    timestamp,
    email_hash: null,
    customer_id: null,
    visitor_id: null,
    session_id: null,
    value: null,
    currency: null,
    website_id: null,
  }
}
