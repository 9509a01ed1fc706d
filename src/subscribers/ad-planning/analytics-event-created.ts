import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { gatherIds } from "../../lib/gather-ids"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { trackCustomerJourneyEventWorkflow } from "../../workflows/ad-planning/journeys/track-customer-journey-event"

/** Tells a page view or custom event, and counts it if it meets a goal. */
export default async function analyticsEventCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(
    container,
    "analytics_event",
    eventIds(data),
    gathererOf(container)
  )
}

const gatherers = new WeakMap<MedusaContainer, ReturnType<typeof gatherIds>>()

/** Page views are the bulk of all events: those of a moment are read together. */
function gathererOf(container: MedusaContainer) {
  const known = gatherers.get(container)
  if (known) {
    return known
  }
  const gather = gatherIds((analytics_event_ids) =>
    trackCustomerJourneyEventWorkflow(container).run({
      input: { analytics_event_ids },
    })
  )
  gatherers.set(container, gather)
  return gather
}

export const config: SubscriberConfig = {
  event: [
    "analytics_event.created",
    "custom_analytics.analytics-event.created",
  ],
  context: { subscriberId: "ad-planning-analytics-event-created" },
}
