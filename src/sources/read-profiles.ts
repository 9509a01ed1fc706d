import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { isModulePresent } from "../lib/host-modules"
import { serviceOf } from "../modules/ad-planning/service-of"
import type { ProfileFact } from "../modules/ad-planning/types"
import { optionalDate, optionalText, readGraph } from "./graph"
import { personToProfile } from "./person-to-profile"
import { PERSON_MODULE } from "./person-module"

const addressSchema = z.object({
  city: optionalText,
  state: optionalText,
  country: optionalText,
})
const tagSchema = z.object({ name: z.unknown() })

const profileSchema = z.object({
  id: z.string(),
  date_of_birth: optionalDate,
  created_at: z.coerce.date(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  addresses: z.array(addressSchema).nullish(),
  tags: z.array(tagSchema).nullish(),
})
export type SourceProfile = z.infer<typeof profileSchema>

const customerSchema = z.object({
  id: z.string(),
  has_account: z.boolean().nullish(),
})

/** What the store's records say of people, with addresses, tags and accounts. */
export async function readProfiles(
  container: MedusaContainer,
  personIds: string[]
): Promise<ProfileFact[]> {
  if (personIds.length === 0 || !isModulePresent(PERSON_MODULE)) {
    return []
  }
  const people = await readGraph(container, profileSchema, {
    entity: "person",
    // All own columns: not every host's person has each of them.
    fields: ["*", "addresses.*", "tags.*"],
    filters: { id: personIds },
  })
  const accounts = await readAccounts(
    container,
    people.map((person) => person.id)
  )
  const { metadata_paths } = serviceOf(container).options.person
  return people.map((person) =>
    personToProfile(person, accounts.has(person.id), metadata_paths)
  )
}

/** Which of these people have an account under any customer of theirs. */
async function readAccounts(
  container: MedusaContainer,
  personIds: string[]
): Promise<Set<string>> {
  const links = personIds.length
    ? await serviceOf(container).listAdPlanningIdentityLinks(
        { kind: "customer", person_id: personIds, revoked_at: null },
        { select: ["value", "person_id"], take: null }
      )
    : []
  const customers = links.length
    ? await readGraph(container, customerSchema, {
        entity: "customer",
        fields: ["id", "has_account"],
        filters: { id: links.map((link) => link.value) },
      })
    : []
  const withAccount = new Set(
    customers.filter(({ has_account }) => has_account).map(({ id }) => id)
  )
  return new Set(
    links
      .filter((link) => withAccount.has(link.value))
      .map((link) => link.person_id)
  )
}
