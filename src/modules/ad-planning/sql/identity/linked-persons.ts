import type { SqlStatement } from "../../types"

/** One page of the persons whom anything names, by id. */
export function linkedPersonsSql(afterId: string, limit: number): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT person_id
        FROM ad_planning_identity_link
       WHERE person_id > ? AND revoked_at IS NULL AND deleted_at IS NULL
       ORDER BY person_id
       LIMIT ?`,
    params: [afterId, limit],
  }
}
