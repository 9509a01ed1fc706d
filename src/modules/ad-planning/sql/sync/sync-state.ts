import type { SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

// Ids kept per source, which its reconcile reads again one by one.
const MAX_FAILED_IDS = 500

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
  now: Date
}

/** A run, or the handling of one event, failed: kept until a run ends well. */
export function failSyncSql(name: string, failure: SyncFailure): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_sync_cursor AS state (id, name, last_error, last_error_at, failed_ids, raw_rows_read)
      VALUES (${newId("apsync")}, ?, ?, ?::timestamptz, ?::jsonb, '{"value":"0","precision":20}')
      ON CONFLICT (name) DO UPDATE SET
        last_error = excluded.last_error, last_error_at = excluded.last_error_at,
        failed_ids = ${union("excluded.failed_ids", "state.failed_ids")}, updated_at = now()`,
    params: [
      name,
      failure.message,
      failure.now.toISOString(),
      JSON.stringify(failure.ids.slice(0, MAX_FAILED_IDS)),
    ],
  }
}

/**
 * A run read everything, and some rows failed. They are kept to be read again by
 * themselves, with those that events failed on in the meantime, and the cursor moves
 * on: one bad row holds up no other. Only where they are more than can be kept does
 * it stay, so that none is lost.
 */
export function settleSyncSql(
  name: string,
  result: { cursor: Date | null; rowsRead: number; failure: SyncFailure }
): SqlStatement {
  const { failure } = result
  return {
    sql: `
      WITH known AS (
        SELECT state.id,
               ${union("?::jsonb", "CASE WHEN state.last_error_at > state.last_started_at THEN state.failed_ids END", MAX_FAILED_IDS + 1)} AS ids
          FROM ad_planning_sync_cursor state
         WHERE state.name = ?
      )
      UPDATE ad_planning_sync_cursor state
         SET cursor = CASE WHEN jsonb_array_length(known.ids) > ${MAX_FAILED_IDS} THEN state.cursor
                           ELSE GREATEST(state.cursor, ?::timestamptz) END,
             failed_ids = known.ids,
             last_error = ?, last_error_at = ?::timestamptz,
             rows_read = state.rows_read + ?,
             raw_rows_read = jsonb_build_object('value', (state.rows_read + ?)::text, 'precision', 20),
             updated_at = now()
        FROM known
       WHERE known.id = state.id`,
    params: [
      JSON.stringify(failure.ids),
      name,
      result.cursor?.toISOString() ?? null,
      failure.message,
      failure.now.toISOString(),
      result.rowsRead,
      result.rowsRead,
    ],
  }
}

/** The ids of two JSON lists, each once, those of the first before. */
function union(first: string, second: string, limit = MAX_FAILED_IDS): string {
  return `(
          SELECT COALESCE(jsonb_agg(id ORDER BY place), '[]')
            FROM (SELECT id, MIN(place) AS place
                    FROM jsonb_array_elements_text(
                           ${first} || COALESCE(${second}, '[]')) WITH ORDINALITY AS failed(id, place)
                   GROUP BY id ORDER BY MIN(place) LIMIT ${limit}) named)`
}
