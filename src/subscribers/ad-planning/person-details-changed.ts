import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { personIdsOfDetails } from "../../sources/person-ids-of-details"
import { syncPersonProfilesWorkflow } from "../../workflows/ad-planning/scores/sync-person-profiles"

/**
 * An address, a tag or a customer changed: none of them needs to touch the person.
 * One that was deleted is noticed by the nightly reading of all people.
 */
export default async function personDetailsChanged({
  event: { name, data },
  container,
}: SubscriberArgs<EventPayload>) {
  const ids = await personIdsOfDetails(container, name, eventIds(data))
  await handleEvent(container, "person", ids, (person_ids) =>
    syncPersonProfilesWorkflow(container).run({ input: { person_ids } })
  )
}

export const config: SubscriberConfig = {
  event: [
    "person.person-address.created",
    "person.person-address.updated",
    "person.person-tags.created",
    "person.person-tags.updated",
    // A host may have registered its models under these names.
    "person.address.created",
    "person.address.updated",
    "person.tag.created",
    "person.tag.updated",
    "customer.created",
    "customer.updated",
    "customer.customer.created",
    "customer.customer.updated",
  ],
  context: { subscriberId: "ad-planning-person-details-changed" },
}
