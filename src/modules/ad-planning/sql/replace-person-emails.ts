import type { SqlStatement } from "../types"

export interface PersonEmail {
  person_id: string
  /** Null when the person has no e-mail (any more). */
  email_hash: string | null
}

/**
 * Revokes the e-mail links of these persons that their own record no longer
 * confirms. Links from other sources stay.
 *
 * @returns the links revoked
 */
export function revokeStalePersonEmailsSql(
  people: PersonEmail[]
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_identity_link link
         SET revoked_at = now(), updated_at = now()
        FROM jsonb_to_recordset(?::jsonb) AS person(person_id text, email_hash text)
       WHERE link.person_id = person.person_id
         AND link.kind = 'email' AND link.source = 'person' AND link.revoked_at IS NULL
         AND link.value IS DISTINCT FROM person.email_hash
      RETURNING link.id, link.kind, link.value`,
    params: [JSON.stringify(people)],
  }
}
