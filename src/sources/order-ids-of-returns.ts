import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { readGraph } from "./graph"

/** The orders that returns belong to. */
export async function orderIdsOfReturns(
  container: MedusaContainer,
  returnIds: string[]
): Promise<string[]> {
  const returns = await readGraph(
    container,
    z.object({ order_id: z.string() }),
    { entity: "return", fields: ["order_id"], filters: { id: returnIds } }
  )
  return [...new Set(returns.map((row) => row.order_id))]
}
