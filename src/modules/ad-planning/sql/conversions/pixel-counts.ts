import type { PixelOutcome, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/** How many calls had an outcome in the hour that begins at `hour`. */
export interface PixelCount {
  /** ISO 8601. */
  hour: string
  outcome: PixelOutcome
  calls: number
}

/** Adds calls to what was counted before. */
export function addPixelCountsSql(counts: PixelCount[]): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_pixel_count AS count (id, hour, outcome, calls)
      SELECT ${newId("appix")}, hour, outcome, calls
        FROM jsonb_to_recordset(?::jsonb) AS fact(hour timestamptz, outcome text, calls int)
       -- Always in one order: two processes never wait for each other.
       ORDER BY hour, outcome
      ON CONFLICT (hour, outcome) DO UPDATE
         SET calls = count.calls + excluded.calls, updated_at = now()`,
    params: [JSON.stringify(counts)],
  }
}

/** Calls by outcome since an instant. */
export function pixelCountsSinceSql(since: Date): SqlStatement {
  return {
    sql: `
      SELECT outcome, SUM(calls)::int AS calls
        FROM ad_planning_pixel_count
       WHERE hour >= ?::timestamptz AND deleted_at IS NULL
       GROUP BY 1`,
    params: [since.toISOString()],
  }
}
