import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { optionalText, readGraph } from "./graph"
import { PERSON_MODULE } from "./person-module"

const nameSchema = z.object({
  id: z.string(),
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
})

/** How the store calls somebody. */
export type PersonName = Omit<z.infer<typeof nameSchema>, "id">

/** The names that the store knows these people by, by id; read, never kept. */
export async function readNames(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, PersonName>> {
  if (ids.length === 0 || !isModulePresent(PERSON_MODULE)) {
    return new Map()
  }
  const people = await readGraph(container, nameSchema, {
    entity: "person",
    fields: Object.keys(nameSchema.shape),
    filters: { id: ids },
  })
  return new Map(people.map(({ id, ...name }) => [id, name]))
}

/** Ids of people whose name or e-mail contains a text, as the store searches. */
export async function findPeople(
  container: MedusaContainer,
  text: string,
  limit: number
): Promise<string[]> {
  if (!isModulePresent(PERSON_MODULE)) {
    return []
  }
  const pattern = { $ilike: `%${text.replace(/[\\%_]/g, "\\$&")}%` }
  const words = text.split(/\s+/).filter((word) => word !== "")
  const people = await readGraph(container, z.object({ id: z.string() }), {
    entity: "person",
    fields: ["id"],
    filters: {
      $or: [
        { email: pattern },
        {
          $and: words.map((word) => {
            const part = { $ilike: `%${word.replace(/[\\%_]/g, "\\$&")}%` }
            return { $or: [{ first_name: part }, { last_name: part }] }
          }),
        },
      ],
    },
    pagination: { take: limit, order: { id: "ASC" } },
  })
  return people.map(({ id }) => id)
}
