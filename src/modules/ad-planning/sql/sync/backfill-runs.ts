import type { BackfillStatus, SqlStatement, SyncSource } from "../../types"
import { newId } from "../fragments/new-id"

/** Whoever lets a run begin is alone, until the end of the transaction. */
export function lockBackfillsSql(): SqlStatement {
  return {
    sql: "SELECT pg_advisory_xact_lock(hashtextextended('ad_planning_backfill_run', 0))",
    params: [],
  }
}

/** What going on with a run needs to know of it. */
export interface RunningBackfill {
  id: string
  sources: SyncSource[]
  from: Date | null
  /** The source that is being read, and the last id of it that is written. */
  source: SyncSource | null
  after_id: string | null
  rows_total: number | null
  started_at: Date
}

/** The run that has not ended, if there is one. */
export function runningBackfillSql(): SqlStatement {
  return {
    sql: `
      SELECT id, sources, "from", source, after_id, rows_total, started_at
        FROM ad_planning_backfill_run
       WHERE status = 'running' AND deleted_at IS NULL
       ORDER BY started_at
       LIMIT 1`,
    params: [],
  }
}

export interface BackfillStart {
  /** In the order they are to be read. */
  sources: SyncSource[]
  from: Date | null
  now: Date
}

/** Begins a run; returns its id. */
export function insertBackfillSql(start: BackfillStart): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_backfill_run (id, status, sources, "from", started_at)
      VALUES (${newId("apback")}, 'running', ?::jsonb, ?::timestamptz, ?::timestamptz)
      RETURNING id`,
    params: [
      JSON.stringify(start.sources),
      start.from?.toISOString() ?? null,
      start.now.toISOString(),
    ],
  }
}

export interface BackfillPage {
  source: SyncSource
  /** Where the run was before the page, and where it is after it. */
  former: { source: string | null; after_id: string | null }
  after_id: string
  rows_read: number
  rows_written: number
  /** What failed in it, null when nothing did. */
  error: string | null
  now: Date
}

/**
 * Notes that a page is read. Nothing happens when the run has ended meanwhile, or
 * another process is past this page.
 *
 * @returns one row when the run goes on, else none
 */
export function advanceBackfillSql(
  id: string,
  page: BackfillPage
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_backfill_run
         SET source = ?, after_id = ?, rows_read = rows_read + ?, rows_written = rows_written + ?,
             last_error = COALESCE(?, last_error),
             last_error_at = CASE WHEN ?::text IS NULL THEN last_error_at ELSE ?::timestamptz END,
             updated_at = now()
       WHERE id = ? AND status = 'running' AND deleted_at IS NULL
         AND source IS NOT DISTINCT FROM ? AND after_id IS NOT DISTINCT FROM ?
      RETURNING id`,
    params: [
      page.source,
      page.after_id,
      page.rows_read,
      page.rows_written,
      page.error,
      page.error,
      page.now.toISOString(),
      id,
      page.former.source,
      page.former.after_id,
    ],
  }
}

/**
 * Ends a run, if it has not ended.
 *
 * @returns one row when it was running, else none
 */
export function endBackfillSql(
  id: string,
  end: { status: BackfillStatus; error: string | null; now: Date }
): SqlStatement {
  const now = end.now.toISOString()
  return {
    sql: `
      UPDATE ad_planning_backfill_run
         SET status = ?, finished_at = ?::timestamptz,
             last_error = COALESCE(?, last_error),
             last_error_at = CASE WHEN ?::text IS NULL THEN last_error_at ELSE ?::timestamptz END,
             updated_at = now()
       WHERE id = ? AND status = 'running' AND deleted_at IS NULL
      RETURNING id`,
    params: [end.status, now, end.error, end.error, now, id],
  }
}

/** Lets a canceled run go on, unless another one does. */
export function reopenBackfillSql(id: string): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_backfill_run
         SET status = 'running', finished_at = NULL, updated_at = now()
       WHERE id = ? AND status = 'canceled'
         AND NOT EXISTS (
           SELECT 1 FROM ad_planning_backfill_run other
            WHERE other.status = 'running' AND other.deleted_at IS NULL)`,
    params: [id],
  }
}

/** Notes how many rows there are to read. */
export function countBackfillSql(id: string, rows: number): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_backfill_run SET rows_total = ?, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL`,
    params: [rows, id],
  }
}
