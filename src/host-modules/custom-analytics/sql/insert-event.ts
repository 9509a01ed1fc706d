import type { EventRow, SqlStatement } from "../types"

/** Stores an event once: a repeated event_id returns no row. */
export function insertEventSql(row: EventRow): SqlStatement {
  const columns = Object.keys(row)
  return {
    sql: `
      INSERT INTO analytics_event (${columns.map((name) => `"${name}"`).join(", ")})
      VALUES (${columns.map(() => "?").join(", ")})
      ON CONFLICT (event_id) WHERE event_id IS NOT NULL AND deleted_at IS NULL
      DO NOTHING
      RETURNING id`,
    params: Object.values(row),
  }
}
