import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z, type ZodType } from "@medusajs/framework/zod"

/** Text that a host may leave out. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

/** A time that a host may leave out. */
export const optionalDate = z.coerce
  .date()
  .nullish()
  .transform((value) => value ?? null)

export interface GraphInput {
  entity: string
  fields: string[]
  filters: Record<string, unknown>
  pagination?: { take: number; order: Record<string, "ASC" | "DESC"> }
}

/**
 * Reads rows of another module through query.graph and checks their shape: what
 * a host's module lacks or names otherwise fails here, with the field's name.
 */
export async function readGraph<Row>(
  container: MedusaContainer,
  row: ZodType<Row>,
  input: GraphInput
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(input)
  return z.array(row).parse(data)
}

/** How many rows another module has, by the same filters. */
export async function countGraph(
  container: MedusaContainer,
  { entity, filters }: Pick<GraphInput, "entity" | "filters">
): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { metadata } = await query.graph({
    entity,
    fields: ["id"],
    filters,
    pagination: { take: 1, skip: 0 },
  })
  return metadata?.count ?? 0
}
