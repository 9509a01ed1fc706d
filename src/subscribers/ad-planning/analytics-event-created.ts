import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../lib/handle-event"
import { trackEventConversionWorkflow } from "../../workflows/ad-planning/conversions/track-event-conversion"

/** Counts a page view or custom event that meets a goal. */
export default async function analyticsEventCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(
    container,
    "analytics_event",
    eventIds(data),
    (analytics_event_ids) =>
      trackEventConversionWorkflow(container).run({
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
