import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Writes what is at the other end of the links to the file it is given. */
export default async function followLinks({ container, args }: ExecArgs) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: conversions } = await query.graph({
    entity: "conversion",
    fields: ["order.email", "person.first_name", "person.loyalty"],
    pagination: { order: { converted_at: "ASC" } },
  })
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["email", "conversions.net_value"],
    pagination: { order: { created_at: "ASC" } },
  })
  writeFileSync(args[0]!, JSON.stringify({ conversions, orders }))
}
