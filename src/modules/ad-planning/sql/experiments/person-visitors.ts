import type { SqlStatement } from "../../types"

/** Visitors that are one person's own: none that several share or one refused. */
export function personVisitorsSql(personId: string): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT link.value AS visitor_id
        FROM ad_planning_identity_link link
       WHERE link.kind = 'visitor' AND link.person_id = ?
         AND link.revoked_at IS NULL AND link.deleted_at IS NULL
         AND NOT EXISTS (
           SELECT 1 FROM ad_planning_identity_status status
            WHERE status.kind = 'visitor' AND status.value = link.value AND status.deleted_at IS NULL)
       ORDER BY 1`,
    params: [personId],
  }
}
