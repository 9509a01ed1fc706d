import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { linkPersonInteractionsWorkflow } from "../../workflows/ad-planning/identity/link-person-interactions"

/** Links a person's e-mail to the person. */
export default async function personCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "person", eventIds(data), (person_ids) =>
    linkPersonInteractionsWorkflow(container).run({ input: { person_ids } })
  )
}

export const config: SubscriberConfig = {
  event: ["person.created", "person.person.created", "person.person.updated"],
  context: { subscriberId: "ad-planning-person-created" },
}
