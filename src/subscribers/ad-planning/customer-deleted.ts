import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { erasePersonWorkflow } from "../../workflows/ad-planning/identity/erase-person"

/** A customer whom the store deleted is erased here, and whoever that is. */
export default async function customerDeleted({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "person", eventIds(data), (customer_ids) =>
    erasePersonWorkflow(container).run({
      input: { customer_ids, reason: "customer_deleted" },
    })
  )
}

export const config: SubscriberConfig = {
  event: ["customer.deleted", "customer.customer.deleted"],
  context: { subscriberId: "ad-planning-customer-deleted" },
}
