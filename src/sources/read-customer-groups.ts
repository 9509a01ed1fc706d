import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { inChunks } from "../lib/in-chunks"
import { readGraph } from "./graph"

const idSchema = z.object({ id: z.string() })
const PAGE_SIZE = 1_000

/** The customers who are in a group now. */
export async function readGroupCustomers(
  container: MedusaContainer,
  groupId: string
): Promise<Set<string>> {
  const ids = new Set<string>()
  let last = ""
  for (;;) {
    const page = await readGraph(container, idSchema, {
      entity: "customer",
      fields: ["id"],
      filters: { groups: { id: groupId }, id: { $gt: last } },
      pagination: { take: PAGE_SIZE, order: { id: "ASC" } },
    })
    page.forEach(({ id }) => ids.add(id))
    if (page.length < PAGE_SIZE) {
      return ids
    }
    last = page.at(-1)!.id
  }
}

/** Which of these customers there are, with an account. */
export async function readAccounts(
  container: MedusaContainer,
  customerIds: string[]
): Promise<Set<string>> {
  const found = new Set<string>()
  await inChunks(customerIds, { size: PAGE_SIZE }, async (id) => {
    const rows = await readGraph(container, idSchema, {
      entity: "customer",
      fields: ["id"],
      filters: { id, has_account: true },
    })
    rows.forEach((row) => found.add(row.id))
  })
  return found
}
