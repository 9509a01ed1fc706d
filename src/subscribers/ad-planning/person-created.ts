import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { syncPersonProfilesWorkflow } from "../../workflows/ad-planning/scores/sync-person-profiles"
import { linkPersonInteractionsWorkflow } from "../../workflows/ad-planning/identity/link-person-interactions"

/** Links a person's e-mail to the person, and copies the person's profile. */
export default async function personCreated({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "person", eventIds(data), async (person_ids) => {
    await linkPersonInteractionsWorkflow(container).run({
      input: { person_ids },
    })
    await syncPersonProfilesWorkflow(container).run({ input: { person_ids } })
  })
}

export const config: SubscriberConfig = {
  event: ["person.created", "person.person.created", "person.person.updated"],
  context: { subscriberId: "ad-planning-person-created" },
}
