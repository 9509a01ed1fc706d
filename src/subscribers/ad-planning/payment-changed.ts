import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  eventIds,
  handleEvent,
  type EventPayload,
} from "../../runners/handle-event"
import { trackPurchaseConversionWorkflow } from "../../workflows/ad-planning/conversions/track-purchase-conversion"
import { orderIdsOfPayments } from "../../sources/order-ids-of-payments"

/** Payments name no order and carry no amount: the order is read again. */
export default async function paymentChanged({
  event: { data },
  container,
}: SubscriberArgs<EventPayload>) {
  await handleEvent(container, "order", eventIds(data), async (paymentIds) => {
    const order_ids = await orderIdsOfPayments(container, paymentIds)
    if (order_ids.length > 0) {
      await trackPurchaseConversionWorkflow(container).run({
        input: { order_ids },
      })
    }
  })
}

export const config: SubscriberConfig = {
  event: ["payment.captured", "payment.refunded"],
  context: { subscriberId: "ad-planning-payment-changed" },
}
