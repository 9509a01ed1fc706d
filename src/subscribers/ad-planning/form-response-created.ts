import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { rescore } from "../../runners/rescore"
import { trackLeadConversionWorkflow } from "../../workflows/ad-planning/conversions/track-lead-conversion"

/** Counts a form response as a lead. */
export default async function formResponseCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const ids = eventIds(data)
  await handleEvent(container, "form_response", ids, (form_response_ids) =>
    trackLeadConversionWorkflow(container).run({
      input: { form_response_ids },
    })
  )
  await rescore(container, "form_response", ids)
}

export const config: SubscriberConfig = {
  event: [
    "form_response.created",
    "forms.form-response.created",
    "forms.form-response.updated",
    "forms.form-response.deleted",
  ],
  context: { subscriberId: "ad-planning-form-response-created" },
}
