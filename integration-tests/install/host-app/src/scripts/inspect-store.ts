import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Writes what the links and the database say to the file it is given. */
export default async function inspectStore({ container, args }: ExecArgs) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: conversions } = await query.graph({
    entity: "conversion",
    fields: ["order.email", "person.first_name", "person.loyalty"],
  })
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["email", "conversions.net_value"],
  })
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await pg.raw<{ rows: { name: string }[] }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  )
  const tables = rows.map(({ name }) => name)
  writeFileSync(args[0]!, JSON.stringify({ conversions, orders, tables }))
}
