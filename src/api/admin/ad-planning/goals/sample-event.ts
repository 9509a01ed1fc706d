import type { GoalEvent } from "../../../../modules/ad-planning/types"
import { readEngagement } from "../../../../modules/ad-planning/utils/conversions/engagement"
import type { AdminTestGoalType } from "./validators"

type Sample = AdminTestGoalType["event"]

/**
 * The event that a tester describes. With neither type it is a custom event if
 * it says what only such a one can, otherwise a page view.
 */
export function sampleEvent(sample: Sample, now: Date): GoalEvent {
  const kind = sampleKind(sample)
  const told = readEngagement(
    kind === "page_view" ? null : (sample.metadata ?? null)
  )
  return {
    kind,
    conversion_type: sample.conversion_type ?? null,
    // A conversion without a name is called by its type.
    event_name: sample.event_name ?? sample.conversion_type ?? null,
    pathname: sample.pathname ?? null,
    website_id: sample.website_id ?? null,
    seconds: sample.seconds ?? told.seconds,
    scroll_percent: sample.scroll_percent ?? told.scroll_percent,
    properties: sample.metadata ?? {},
    value: sample.value ?? null,
    currency: sample.currency ?? null,
    occurred_at: sample.occurred_at ?? now,
  }
}

function sampleKind(sample: Sample): GoalEvent["kind"] {
  if (sample.conversion_type) {
    return "conversion"
  }
  if (sample.event_type) {
    return sample.event_type === "pageview" ? "page_view" : "custom_event"
  }
  const isCustom =
    sample.event_name ?? sample.seconds ?? sample.scroll_percent ?? null
  return isCustom === null ? "page_view" : "custom_event"
}
