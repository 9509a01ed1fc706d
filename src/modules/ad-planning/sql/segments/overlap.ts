import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** How many people each two of these segments share, and how many each has. */
export function overlapSql(ids: string[]): SqlStatement {
  return {
    sql: `
      WITH member AS (
        SELECT segment_id, person_id FROM segment_member
         WHERE segment_id = ANY(${JSON_LIST}) AND deleted_at IS NULL
      )
      SELECT a.segment_id AS a, b.segment_id AS b, COUNT(*)::int AS shared
        FROM member a JOIN member b USING (person_id)
       WHERE a.segment_id <= b.segment_id
       GROUP BY 1, 2 ORDER BY 1, 2`,
    params: [JSON.stringify(ids)],
  }
}
