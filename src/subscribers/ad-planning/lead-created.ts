import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { rescore } from "../../runners/rescore"
import { trackLeadConversionWorkflow } from "../../workflows/ad-planning/conversions/track-lead-conversion"

/** Counts a lead, and takes back one that was deleted. */
export default async function leadCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const ids = eventIds(data)
  await handleEvent(container, "lead", ids, (lead_ids) =>
    trackLeadConversionWorkflow(container).run({ input: { lead_ids } })
  )
  await rescore(container, "lead", ids)
}

export const config: SubscriberConfig = {
  event: [
    "lead.created",
    "socials.lead.created",
    "socials.lead.updated",
    "socials.lead.deleted",
  ],
  context: { subscriberId: "ad-planning-lead-created" },
}
