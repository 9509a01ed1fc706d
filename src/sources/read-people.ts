import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { optionalText, readGraph } from "./graph"

const personSchema = z.object({
  id: z.string(),
  email: optionalText,
  created_at: z.coerce.date(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

export type SourcePerson = z.infer<typeof personSchema>

// All of its own columns: not every host's person has `metadata`, and a field
// that is asked for has to be there.
const FIELDS = ["*"]

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

const PAGE_SIZE = 1_000

/** People that the store made since an instant, null for all, page by page. */
export async function* readPeopleMadeSince(
  container: MedusaContainer,
  since: Date | null
): AsyncGenerator<SourcePerson[]> {
  let page: SourcePerson[] = []
  do {
    const last = page.at(-1)
    page = await readGraph(container, personSchema, {
      entity: "person",
      fields: FIELDS,
      filters: {
        ...(since ? { created_at: { $gte: since } } : {}),
        ...(last ? { id: { $gt: last.id } } : {}),
      },
      pagination: { take: PAGE_SIZE, order: { id: "ASC" } },
    })
    yield page
  } while (page.length === PAGE_SIZE)
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
