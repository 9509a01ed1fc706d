import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { rescore } from "../../runners/rescore"
import { trackCustomerJourneyEventWorkflow } from "../../workflows/ad-planning/journeys/track-customer-journey-event"

/** Feedback is created as a request, and answered by an update. */
export default async function feedbackCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const ids = eventIds(data)
  await handleEvent(container, "feedback", ids, (feedback_ids) =>
    trackCustomerJourneyEventWorkflow(container).run({
      input: { feedback_ids },
    })
  )
  await rescore(container, "feedback", ids)
}

export const config: SubscriberConfig = {
  event: [
    "feedback.created",
    "feedback.updated",
    "feedback.feedback.created",
    "feedback.feedback.updated",
    "feedback.feedback.deleted",
  ],
  context: { subscriberId: "ad-planning-feedback-created" },
}
