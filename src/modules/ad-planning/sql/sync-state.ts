import type { SqlStatement } from "../types"
import { newId } from "./fragments/new-id"

// Ids kept per source to say what failed; the rest is found by reconcile too.
const MAX_FAILED_IDS = 20

/** Marks a run of a source or job as begun. */
export function startSyncSql(name: string, now: Date): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_sync_cursor AS state (id, name, last_started_at, raw_rows_read)
      VALUES (${newId("apsync")}, ?, ?::timestamptz, '{"value":"0","precision":20}')
      ON CONFLICT (name) DO UPDATE SET last_started_at = excluded.last_started_at, updated_at = now()
      RETURNING cursor`,
    params: [name, now.toISOString()],
  }
}

/** A run ended well: moves the cursor on and forgets older failures. */
export function finishSyncSql(
  name: string,
  result: { cursor: Date | null; rowsRead: number; now: Date }
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_sync_cursor
         SET cursor = GREATEST(cursor, ?::timestamptz), last_succeeded_at = ?::timestamptz,
             rows_read = rows_read + ?,
             raw_rows_read = jsonb_build_object('value', (rows_read + ?)::text, 'precision', 20),
             last_error = NULL, last_error_at = NULL, failed_ids = NULL, updated_at = now()
       WHERE name = ?`,
    params: [
      result.cursor?.toISOString() ?? null,
      result.now.toISOString(),
      result.rowsRead,
      result.rowsRead,
      name,
    ],
  }
}

/** A run, or the handling of one event, failed: kept until a run ends well. */
export function failSyncSql(
  name: string,
  failure: { message: string; ids: string[]; now: Date }
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_sync_cursor (id, name, last_error, last_error_at, failed_ids, raw_rows_read)
      VALUES (${newId("apsync")}, ?, ?, ?::timestamptz, ?::jsonb, '{"value":"0","precision":20}')
      ON CONFLICT (name) DO UPDATE SET
        last_error = excluded.last_error, last_error_at = excluded.last_error_at,
        failed_ids = excluded.failed_ids, updated_at = now()`,
    params: [
      name,
      failure.message,
      failure.now.toISOString(),
      JSON.stringify(failure.ids.slice(0, MAX_FAILED_IDS)),
    ],
  }
}
