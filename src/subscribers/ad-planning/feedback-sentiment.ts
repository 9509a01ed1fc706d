import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { analyzeSentimentWorkflow } from "../../workflows/ad-planning/sentiment/analyze-sentiment"

/** Reads what a customer wrote; an equal text is not read again. */
export default async function feedbackSentiment({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "feedback", eventIds(data), (source_ids) =>
    analyzeSentimentWorkflow(container).run({
      input: { source_type: "feedback", source_ids },
    })
  )
}

export const config: SubscriberConfig = {
  event: [
    "feedback.created",
    "feedback.updated",
    "feedback.feedback.created",
    "feedback.feedback.updated",
    "feedback.feedback.deleted",
  ],
  context: { subscriberId: "ad-planning-feedback-sentiment" },
}
