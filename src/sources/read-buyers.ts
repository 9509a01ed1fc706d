import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"

const name = z
  .object({ first_name: optionalText, last_name: optionalText })
  .nullish()
  .transform((value) => value ?? null)

const buyerSchema = z.object({
  id: z.string(),
  status: z.string(),
  is_draft_order: z.boolean().nullish(),
  email: optionalText,
  created_at: z.coerce.date(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  billing_address: name,
  shipping_address: name,
  customer: z
    .object({
      first_name: optionalText,
      last_name: optionalText,
      groups: z.array(z.object({ id: z.string(), name: z.string() })).nullish(),
    })
    .nullish(),
})

export type SourceBuyer = z.infer<typeof buyerSchema>

/** Who bought, without any amount: cheaper than reading the whole orders. */
export async function readBuyers(
  container: MedusaContainer,
  orderIds: string[],
  { withCustomerGroups }: { withCustomerGroups: boolean }
): Promise<SourceBuyer[]> {
  return await readGraph(container, buyerSchema, {
    entity: "order",
    fields: [
      "id",
      "status",
      "is_draft_order",
      "email",
      "created_at",
      "metadata",
      "billing_address.first_name",
      "billing_address.last_name",
      "shipping_address.first_name",
      "shipping_address.last_name",
      "customer.first_name",
      "customer.last_name",
      ...(withCustomerGroups
        ? ["customer.groups.id", "customer.groups.name"]
        : []),
    ],
    filters: { id: orderIds },
  })
}
