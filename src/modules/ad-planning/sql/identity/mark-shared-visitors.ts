import type { SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Marks visitors that more than `maxPersons` people used as shared, and unmarks
 * the others.
 *
 * @returns the visitors whose rows may have another person now: all but those
 * that were shared and still are
 */
export function markSharedVisitorsSql(
  visitorIds: string[],
  maxPersons: number
): SqlStatement {
  return {
    sql: `
      WITH counted AS (
        SELECT visitor.value, COUNT(DISTINCT link.person_id) > ? AS is_shared
          FROM (SELECT DISTINCT jsonb_array_elements_text(?::jsonb) AS value) visitor
          LEFT JOIN ad_planning_identity_link link
            ON link.kind = 'visitor' AND link.value = visitor.value
           AND link.revoked_at IS NULL AND link.deleted_at IS NULL
         GROUP BY 1
      ),
      gone AS (
        DELETE FROM ad_planning_identity_status status USING counted
         WHERE status.kind = 'visitor' AND status.status = 'shared'
           AND status.value = counted.value AND NOT counted.is_shared
      ),
      marked AS (
        INSERT INTO ad_planning_identity_status (id, kind, value, status)
        SELECT ${newId("idstat")}, 'visitor', value, 'shared'
          FROM counted
         WHERE is_shared
         ORDER BY value
        ON CONFLICT (kind, value, status) DO NOTHING
        RETURNING value
      )
      SELECT value FROM counted WHERE NOT is_shared
      UNION ALL
      SELECT value FROM marked`,
    params: [maxPersons, JSON.stringify(visitorIds)],
  }
}
