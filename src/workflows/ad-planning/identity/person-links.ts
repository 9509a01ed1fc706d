import type { IdentityFact } from "../../../modules/ad-planning/types"
import { emailHash } from "../../../modules/ad-planning/utils/identity/email-hash"
import { cleanId } from "../../../modules/ad-planning/utils/text/normalise"
import type { SourcePerson } from "../../../sources/read-people"

/** What a person's own record says of identifiers. */
export function personRecord(person: SourcePerson, secret: string) {
  return {
    person_id: person.id,
    email_hash: emailHash(person.email, secret),
    visitor_id: cleanId(person.metadata?.visitor_id),
  }
}

/** The links that a person's own record makes. */
export function personLinks(
  person: SourcePerson,
  secret: string
): IdentityFact[] {
  const { email_hash, visitor_id } = personRecord(person, secret)
  const identifiers = [
    ["email", email_hash],
    ["visitor", visitor_id],
  ] as const
  return identifiers.flatMap(([kind, value]) =>
    value === null
      ? []
      : [
          {
            kind,
            value,
            person_id: person.id,
            valid_from: person.created_at,
            source: "person",
            evidence: `person:${person.id}`,
          },
        ]
  )
}
