import type {
  ConversionInput,
  Goal,
  GoalEvent,
} from "../modules/ad-planning/types"
import { readUtm } from "../modules/ad-planning/utils/attribution/read-signals"
import { readEngagement } from "../modules/ad-planning/utils/conversions/engagement"
import { statedValue } from "../modules/ad-planning/utils/conversions/stated-value"
import { goalConversionType } from "../modules/ad-planning/utils/goals/goal-conversion"
import { matchGoal } from "../modules/ad-planning/utils/goals/match-goal"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import type { SourceAnalyticsEvent } from "./read-analytics-events"

/**
 * The conversion an analytics event is, or null when it meets no goal. However
 * many goals it meets, it counts once, for the first of them.
 */
export function eventToConversion(
  event: SourceAnalyticsEvent,
  goals: Goal[]
): ConversionInput | null {
  const seen = goalEventOf(event)
  const goal = matchGoal(goals, seen)
  if (!goal) {
    return null
  }
  return {
    idempotency_key: `analytics_event:${event.id}`,
    source: "analytics_event",
    conversion_type: goalConversionType(goal),
    conversion_name: cleanText(event.event_name),
    goal_id: goal.id,
    website_id: cleanText(event.website_id),
    pathname: event.pathname,
    visitor_id: cleanId(event.visitor_id),
    session_id: cleanId(event.session_id),
    order_id: null,
    converted_at: event.timestamp.toISOString(),
    value: seen.value,
    currency: seen.currency,
    utm: readUtm({ ...event }),
    metadata: event.metadata,
    // Its session says where the visitor came from.
    signals: null,
  }
}

function goalEventOf(event: SourceAnalyticsEvent): GoalEvent {
  const isPageView = event.event_type === "pageview"
  const metadata = event.metadata ?? {}
  return {
    kind: isPageView ? "page_view" : "custom_event",
    conversion_type: null,
    event_name: isPageView ? null : cleanText(event.event_name),
    pathname: event.pathname,
    website_id: cleanText(event.website_id),
    ...readEngagement(isPageView ? null : metadata),
    properties: metadata,
    ...statedValue(metadata),
    occurred_at: event.timestamp,
  }
}
