import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncProductsWorkflow } from "../../workflows/ad-planning/segments/sync-products"

/** A category changed: so may the ancestors of any product. */
export default async function productCategoryChanged({
  container,
}: SubscriberArgs) {
  await syncProductsWorkflow(container).run({ input: {} })
}

export const config: SubscriberConfig = {
  event: [
    "product-category.created",
    "product-category.updated",
    "product-category.deleted",
  ],
  context: { subscriberId: "ad-planning-product-category-changed" },
}
