import type { SqlStatement } from "../../types"

/**
 * People and net revenue by cell (recency, mean of frequency and monetary value)
 * and group, now and at an earlier moment.
 *
 * @param now - rows of the RFM source at the moment
 * @param before - the same at the earlier one
 */
export function rfmGridSql(
  now: SqlStatement,
  before: SqlStatement
): SqlStatement {
  return {
    sql: `
      WITH present AS (${now.sql}),
      former AS (${before.sql})
      SELECT r, (f + m + 1) / 2 AS v, "group", COUNT(*)::int AS people,
             SUM(net_revenue)::text AS revenue, 'now' AS at
        FROM present GROUP BY 1, 2, 3
      UNION ALL
      SELECT r, (f + m + 1) / 2, "group", COUNT(*)::int, SUM(net_revenue)::text, 'before'
        FROM former GROUP BY 1, 2, 3
      ORDER BY 6, 1, 2`,
    params: [...now.params, ...before.params],
  }
}
