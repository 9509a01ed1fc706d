import type { SqlStatement } from "../../types"

/** Forgets page views of unknown visitors from before an instant. */
export function prunePageViewsSql(before: Date, limit: number): SqlStatement {
  return {
    sql: `
      DELETE FROM customer_journey
       WHERE id IN (
         SELECT id
           FROM customer_journey
          WHERE event_type = 'page_view' AND "timestamp" < ?::timestamptz
            AND person_id IS NULL AND deleted_at IS NULL
          LIMIT ?)
      RETURNING id`,
    params: [before.toISOString(), limit],
  }
}
