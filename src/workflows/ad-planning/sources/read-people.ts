import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"

const personSchema = z.object({
  id: z.string(),
  email: optionalText,
  created_at: z.coerce.date(),
})

export type SourcePerson = z.infer<typeof personSchema>

const FIELDS = ["id", "email", "created_at"]

export async function readPeople(
  container: MedusaContainer,
  ids: string[]
): Promise<SourcePerson[]> {
  return await readGraph(container, personSchema, {
    entity: "person",
    fields: FIELDS,
    filters: { id: ids },
  })
}

/** People by e-mail as it was typed or in lower case; the store may keep either. */
export async function readPeopleByEmail(
  container: MedusaContainer,
  emails: string[]
): Promise<SourcePerson[]> {
  const spellings = emails.flatMap((email) => [
    email,
    email.trim(),
    email.trim().toLowerCase(),
  ])
  return await readGraph(container, personSchema, {
    entity: "person",
    fields: FIELDS,
    filters: { email: [...new Set(spellings)] },
  })
}
