import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** Which of these e-mail hashes have no valid link to a person. */
export function unlinkedEmailsSql(emailHashes: string[]): SqlStatement {
  return {
    sql: `
      SELECT email_hash
        FROM jsonb_array_elements_text(?::jsonb) AS email_hash
       WHERE NOT EXISTS (
         SELECT 1 FROM ad_planning_identity_link link
          WHERE link.kind = 'email' AND link.value = email_hash
            AND link.revoked_at IS NULL AND link.deleted_at IS NULL)`,
    params: [JSON.stringify(emailHashes)],
  }
}

/** Removes links by id. */
export function deleteIdentityLinksSql(ids: string[]): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_identity_link WHERE id = ANY(${JSON_LIST})
      RETURNING kind, value`,
    params: [JSON.stringify(ids)],
  }
}
