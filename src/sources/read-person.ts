import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { PERSON_MODULE } from "./person-module"
import { optionalText, readGraph } from "./graph"

const personSchema = z.object({
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
  created_at: z.coerce.date(),
})

/** A person's own record; null without one, or where the store keeps none. */
export async function readPerson(
  container: MedusaContainer,
  id: string
): Promise<z.infer<typeof personSchema> | null> {
  if (!isModulePresent(PERSON_MODULE)) {
    return null
  }
  const [person] = await readGraph(container, personSchema, {
    entity: "person",
    fields: ["first_name", "last_name", "email", "created_at"],
    filters: { id },
  })
  return person ?? null
}
