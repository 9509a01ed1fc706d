import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { emailHash } from "../../../../modules/ad-planning/utils/identity/email-hash"
import { readPeople, type SourcePerson } from "../../sources/read-people"
import { serviceOf } from "../../sources/service-of"

export interface SyncPersonIdentitiesInput {
  person_ids: string[]
}

export const syncPersonIdentitiesStepId = "sync-person-identities"

/**
 * Makes the e-mail links of some people equal to what their records say; undone
 * by putting their former links back.
 */
export const syncPersonIdentitiesStep = createStep(
  syncPersonIdentitiesStepId,
  async ({ person_ids }: SyncPersonIdentitiesInput, { container }) => {
    const service = serviceOf(container)
    const people = await readPeople(container, person_ids)
    const changes = await service.syncIdentityLinks(
      people.flatMap((person) =>
        personEmailLinks(person, service.options.secret)
      ),
      people.map((person) => ({
        person_id: person.id,
        email_hash: emailHash(person.email, service.options.secret),
      }))
    )
    return new StepResponse({ people: people.length }, changes)
  },
  async (changes, { container }) => {
    if (changes) {
      await serviceOf(container).restoreIdentityLinks(changes)
    }
  }
)

/** The link that a person's own record makes. */
export function personEmailLinks(person: SourcePerson, secret: string) {
  const hash = emailHash(person.email, secret)
  return hash
    ? [
        {
          kind: "email" as const,
          value: hash,
          person_id: person.id,
          valid_from: person.created_at,
          source: "person",
        },
      ]
    : []
}
