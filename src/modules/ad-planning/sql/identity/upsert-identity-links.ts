import type { IdentityFact, SqlStatement } from "../../types"
import { IS_DERIVED } from "./derive-links"
import { newId } from "../fragments/new-id"

/**
 * Records dated links that were told; one that is known stays as it is, and
 * stays revoked. Two exceptions: a link that a record lost and has again is
 * valid again, and of several that tell the same the first source is named, so
 * that their order does not matter; a told link stands above a derived one.
 */
export function upsertIdentityLinksSql(facts: IdentityFact[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_identity_link AS link
             (id, kind, value, person_id, valid_from, source, evidence)
      SELECT ${newId("idlink")}, kind, value, person_id, valid_from, source, evidence
        FROM (
          SELECT DISTINCT ON (kind, value, person_id, valid_from) *
            FROM jsonb_to_recordset(?::jsonb) AS fact(
                   kind text, value text, person_id text, valid_from timestamptz,
                   source text, evidence text)
           ORDER BY kind, value, person_id, valid_from, source, evidence
        ) fact
      ON CONFLICT (kind, value, person_id, valid_from)
      DO UPDATE SET source = excluded.source, evidence = excluded.evidence,
                    revoked_at = CASE WHEN link.revoked_by = 'record' THEN NULL ELSE link.revoked_at END,
                    revoked_by = NULLIF(link.revoked_by, 'record'),
                    updated_at = now()
              WHERE link.revoked_by = 'record' OR ${IS_DERIVED}
                 OR (excluded.source, COALESCE(excluded.evidence, ''))
                    < (link.source, COALESCE(link.evidence, ''))
      RETURNING id, kind, value`,
    params: [JSON.stringify(facts)],
  }
}
