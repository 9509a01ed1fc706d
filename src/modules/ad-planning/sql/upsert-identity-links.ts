import type { IdentityFact, SqlStatement } from "../types"
import { newId } from "./fragments/new-id"

/**
 * Records dated links; one that is already known stays as it is. A link that
 * the person's own record lost and has again is valid again.
 */
export function upsertIdentityLinksSql(facts: IdentityFact[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_identity_link AS link (id, kind, value, person_id, valid_from, source)
      SELECT ${newId("idlink")}, kind, value, person_id, valid_from, source
        FROM (
          -- One customer may place two orders in the same moment.
          SELECT DISTINCT ON (kind, value, person_id, valid_from) *
            FROM jsonb_to_recordset(?::jsonb) AS fact(
                   kind text, value text, person_id text, valid_from timestamptz, source text)
           ORDER BY kind, value, person_id, valid_from, source
        ) fact
      ON CONFLICT (kind, value, person_id, valid_from)
      DO UPDATE SET revoked_at = NULL, updated_at = now()
              WHERE link.source = 'person' AND link.revoked_at IS NOT NULL
      RETURNING id, kind, value`,
    params: [JSON.stringify(facts)],
  }
}
