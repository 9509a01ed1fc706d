import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { trackPurchaseConversionWorkflow } from "../../workflows/ad-planning/conversions/track-purchase-conversion"
import { orderIdsOfReturns } from "../../sources/order-ids-of-returns"

/** Medusa updates the order first and what was received after it. */
export default async function returnChanged({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "order", eventIds(data), async (returnIds) => {
    const order_ids = await orderIdsOfReturns(container, returnIds)
    if (order_ids.length > 0) {
      await trackPurchaseConversionWorkflow(container).run({
        input: { order_ids },
      })
    }
  })
}

export const config: SubscriberConfig = {
  event: ["order.return.updated"],
  context: { subscriberId: "ad-planning-return-changed" },
}
