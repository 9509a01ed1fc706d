import type { SqlStatement } from "../../types"

/** What a person's own record says of identifiers; null = (no more) one. */
export interface PersonRecord {
  person_id: string
  email_hash: string | null
  visitor_id: string | null
}

/**
 * Revokes the links of these persons that their own record no longer confirms.
 * Links from other sources stay.
 *
 * @returns the links revoked
 */
export function revokeStalePersonLinksSql(
  people: PersonRecord[]
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_identity_link link
         SET revoked_at = now(), revoked_by = 'record', updated_at = now()
        FROM jsonb_to_recordset(?::jsonb) AS person(person_id text, email_hash text, visitor_id text)
       WHERE link.person_id = person.person_id
         AND link.source = 'person' AND link.revoked_at IS NULL
         AND (link.kind = 'email' AND link.value IS DISTINCT FROM person.email_hash
           OR link.kind = 'visitor' AND link.value IS DISTINCT FROM person.visitor_id)
      RETURNING link.id, link.kind, link.value`,
    params: [JSON.stringify(people)],
  }
}
