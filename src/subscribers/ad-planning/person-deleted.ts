import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { erasePersonWorkflow } from "../../workflows/ad-planning/identity/erase-person"

/** Whom the store deleted is erased here too. */
export default async function personDeleted({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "person", eventIds(data), (person_ids) =>
    erasePersonWorkflow(container).run({
      input: { person_ids, reason: "person_deleted" },
    })
  )
}

export const config: SubscriberConfig = {
  event: ["person.deleted", "person.person.deleted"],
  context: { subscriberId: "ad-planning-person-deleted" },
}
