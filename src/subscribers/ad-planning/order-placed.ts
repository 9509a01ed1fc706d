import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  orderIdsOf,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { rescore } from "../../runners/rescore"
import { trackPurchaseConversionWorkflow } from "../../workflows/ad-planning/conversions/track-purchase-conversion"

/** Everything that names an order and may have changed its money. */
export default async function orderPlaced({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  const orderIds = orderIdsOf(data)
  await handleEvent(container, "order", orderIds, (order_ids) =>
    trackPurchaseConversionWorkflow(container).run({ input: { order_ids } })
  )
  await rescore(container, "order", orderIds)
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.order.created",
    "order.order.updated",
    "order.canceled",
    "order.return_requested",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "ad-planning-order-placed" },
}
