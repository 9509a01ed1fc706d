import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eventIds, type EventPayload } from "../../runners/handle-event"
import { erasePersonWorkflow } from "../../workflows/ad-planning/identity/erase-person"

/**
 * A customer whom the store deleted is erased here, and whoever that is. An erasure
 * that fails is thrown, and kept until it succeeds: no source can make it good.
 */
export default async function customerDeleted({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const customer_ids = eventIds(data)
  if (customer_ids.length > 0) {
    await erasePersonWorkflow(container).run({
      input: { customer_ids, reason: "customer_deleted" },
    })
  }
}

export const config: SubscriberConfig = {
  event: ["customer.deleted", "customer.customer.deleted"],
  context: { subscriberId: "ad-planning-customer-deleted" },
}
