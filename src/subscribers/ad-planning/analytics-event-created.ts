import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../lib/handle-event"
import { trackCustomerJourneyEventWorkflow } from "../../workflows/ad-planning/journey/track-customer-journey-event"

/** Tells a page view or custom event, and counts it if it meets a goal. */
export default async function analyticsEventCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(
    container,
    "analytics_event",
    eventIds(data),
    (analytics_event_ids) =>
      trackCustomerJourneyEventWorkflow(container).run({
        input: { analytics_event_ids },
      })
  )
}

export const config: SubscriberConfig = {
  event: [
    "analytics_event.created",
    "custom_analytics.analytics-event.created",
  ],
  context: { subscriberId: "ad-planning-analytics-event-created" },
}
