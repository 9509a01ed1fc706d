import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { analyzeSentimentWorkflow } from "../../workflows/ad-planning/sentiment/analyze-sentiment"

/** Reads what somebody wrote into a form; an equal text is not read again. */
export default async function formResponseSentiment({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "form_response", eventIds(data), (source_ids) =>
    analyzeSentimentWorkflow(container).run({
      input: { source_type: "form_response", source_ids },
    })
  )
}

export const config: SubscriberConfig = {
  event: [
    "form_response.created",
    "forms.form-response.created",
    "forms.form-response.updated",
    "forms.form-response.deleted",
  ],
  context: { subscriberId: "ad-planning-form-response-sentiment" },
}
