import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { type EventPayload, eventIds } from "../../runners/handle-event"
import { syncProductsWorkflow } from "../../workflows/ad-planning/segments/sync-products"

/** A product changed: rules about it go by what it is now. */
export default async function productChanged({
  event,
  container,
}: SubscriberArgs<EventPayload>) {
  const product_ids = eventIds(event.data)
  if (product_ids.length > 0) {
    await syncProductsWorkflow(container).run({ input: { product_ids } })
  }
}

export const config: SubscriberConfig = {
  event: ["product.created", "product.updated", "product.deleted"],
  context: { subscriberId: "ad-planning-product-changed" },
}
