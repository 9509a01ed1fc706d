import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { optionalText, readGraph } from "./graph"
import { PERSON_MODULE } from "./person-module"

const schema = z.object({
  id: z.string(),
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
})

/** What people are called: their name, else their e-mail; by id. */
export async function readPersonNames(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, string>> {
  if (ids.length === 0 || !isModulePresent(PERSON_MODULE)) {
    return new Map()
  }
  const people = await readGraph(container, schema, {
    entity: "person",
    fields: ["id", "first_name", "last_name", "email"],
    filters: { id: ids },
  })
  return new Map(
    people.flatMap(({ id, first_name, last_name, email }) => {
      const name = [first_name, last_name].filter(Boolean).join(" ").trim()
      return name || email ? [[id, name || email!]] : []
    })
  )
}
