import type { SqlStatement } from "../../types"

/**
 * Only people who are members of a segment now; everybody without one. Begins with
 * AND.
 */
export function inSegment(
  column: string,
  segmentId: string | undefined
): SqlStatement {
  return segmentId === undefined
    ? { sql: "", params: [] }
    : {
        sql: ` AND ${column} IN (SELECT member.person_id FROM segment_member member
                     WHERE member.segment_id = ? AND member.deleted_at IS NULL)`,
        params: [segmentId],
      }
}
