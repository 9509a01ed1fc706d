import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { readGraph } from "./graph"

/** The orders that payments belong to, through their payment collections. */
export async function orderIdsOfPayments(
  container: MedusaContainer,
  paymentIds: string[]
): Promise<string[]> {
  const payments = await readGraph(
    container,
    z.object({ payment_collection_id: z.string() }),
    {
      entity: "payment",
      fields: ["payment_collection_id"],
      filters: { id: paymentIds },
    }
  )
  if (payments.length === 0) {
    return []
  }
  const links = await readGraph(container, z.object({ order_id: z.string() }), {
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: {
      payment_collection_id: payments.map((row) => row.payment_collection_id),
    },
  })
  return [...new Set(links.map((link) => link.order_id))]
}
