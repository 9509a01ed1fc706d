import type { SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

// Ids kept per source, which its reconcile reads again one by one.
const MAX_FAILED_IDS = 100

/** Marks a run of a source or job as begun. */
export function startSyncSql(name: string, now: Date): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_sync_cursor AS state (id, name, last_started_at, raw_rows_read)
      VALUES (${newId("apsync")}, ?, ?::timestamptz, '{"value":"0","precision":20}')
      ON CONFLICT (name) DO UPDATE SET last_started_at = excluded.last_started_at, updated_at = now()
      RETURNING cursor, failed_ids`,
    params: [name, now.toISOString()],
  }
}

/**
 * A run ended well: moves the cursor on and forgets the failures it began with.
 * One that came in the meantime stays.
 */
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
             ${["last_error", "last_error_at", "failed_ids"].map((column) => `${column} = CASE WHEN last_error_at > last_started_at THEN ${column} END`).join(", ")},
             updated_at = now()
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

export interface SyncFailure {
  message: string
  ids: string[]
  /** Whether no other row of the source is known to fail. */
  isAll?: boolean
  now: Date
}

/**
 * A run, or the handling of one event, failed: kept until a run ends well, with
 * the rows that failed before, unless these are all.
 */
export function failSyncSql(name: string, failure: SyncFailure): SqlStatement {
  const ids = failure.ids.slice(0, MAX_FAILED_IDS)
  return {
    sql: `
      INSERT INTO ad_planning_sync_cursor AS state (id, name, last_error, last_error_at, failed_ids, raw_rows_read)
      VALUES (${newId("apsync")}, ?, ?, ?::timestamptz, ?::jsonb, '{"value":"0","precision":20}')
      ON CONFLICT (name) DO UPDATE SET
        last_error = excluded.last_error, last_error_at = excluded.last_error_at,
        failed_ids = ${failure.isAll ? "excluded.failed_ids" : KNOWN_TO_FAIL}, updated_at = now()`,
    params: [
      name,
      failure.message,
      failure.now.toISOString(),
      JSON.stringify(ids),
    ],
  }
}

const KNOWN_TO_FAIL = `(
          SELECT COALESCE(jsonb_agg(id), '[]')
            FROM (SELECT id FROM jsonb_array_elements_text(
                    excluded.failed_ids || COALESCE(state.failed_ids, '[]')) WITH ORDINALITY AS failed(id, place)
                   GROUP BY id ORDER BY MIN(place) LIMIT ${MAX_FAILED_IDS}) known)`
