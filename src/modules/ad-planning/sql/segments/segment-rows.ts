import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

const COLUMNS =
  "id, criteria, is_active, auto_update, customer_group_id, sync_customer_group"

/** Segments by id, and nobody else calculates or changes them meanwhile. */
export function lockSegmentsSql(ids: string[]): SqlStatement {
  return {
    sql: `
      SELECT ${COLUMNS} FROM customer_segment
       WHERE id = ANY(${JSON_LIST}) AND deleted_at IS NULL
       ORDER BY id FOR UPDATE`,
    params: [JSON.stringify(ids)],
  }
}

/** Every segment with its rules. */
export function allSegmentsSql(): SqlStatement {
  return {
    sql: `
      SELECT ${COLUMNS} FROM customer_segment
       WHERE deleted_at IS NULL ORDER BY created_at, id`,
    params: [],
  }
}

/** Replaces the rules of a segment whole: a merge would keep what was left out. */
export function replaceCriteriaSql(
  id: string,
  criteria: unknown
): SqlStatement {
  return {
    sql: `
      UPDATE customer_segment SET criteria = ?::jsonb, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL`,
    params: [JSON.stringify(criteria), id],
  }
}

/** Deletes segments with their members, or brings them back. */
export function deleteSegmentsSql(
  ids: string[],
  deletedAt: string | null
): SqlStatement {
  const list = JSON.stringify(ids)
  return {
    sql: `
      WITH segment AS (
        UPDATE customer_segment SET deleted_at = ?::timestamptz, updated_at = now()
         WHERE id = ANY(${JSON_LIST})
      )
      UPDATE segment_member SET deleted_at = ?::timestamptz
       WHERE segment_id = ANY(${JSON_LIST})`,
    params: [deletedAt, list, deletedAt, list],
  }
}

const ofGone = (table: string) => `
        DELETE FROM ${table} WHERE segment_id IN (SELECT id FROM gone)`

/** Removes for good what was deleted before a moment, and all that hangs on it. */
export function purgeSegmentsSql(before: string): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        DELETE FROM customer_segment WHERE deleted_at < ?::timestamptz RETURNING id
      ),
      days AS (${ofGone("ad_planning_segment_day")}),
      exclusions AS (${ofGone("ad_planning_segment_exclusion")}),
      customers AS (${ofGone("ad_planning_segment_group_customer")}),
      history AS (${ofGone("ad_planning_segment_history")})
      SELECT COUNT(*)::int AS purged FROM gone`,
    params: [before],
  }
}

export function segmentFailedSql(id: string, error: string): SqlStatement {
  return {
    sql: `
      UPDATE customer_segment SET last_error = ?, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL`,
    params: [error, id],
  }
}
