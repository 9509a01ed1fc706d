import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eventIds, type EventPayload } from "../../runners/handle-event"
import { erasePersonWorkflow } from "../../workflows/ad-planning/identity/erase-person"

/**
 * Whom the store deleted is erased here too. An erasure
 * that fails is thrown, and kept until it succeeds: no source can make it good.
 */
export default async function personDeleted({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const person_ids = eventIds(data)
  if (person_ids.length > 0) {
    await erasePersonWorkflow(container).run({
      input: { person_ids, reason: "person_deleted" },
    })
  }
}

export const config: SubscriberConfig = {
  event: ["person.deleted", "person.person.deleted"],
  context: { subscriberId: "ad-planning-person-deleted" },
}
