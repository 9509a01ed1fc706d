import type { MetricQuestion, SqlStatement } from "../../types"
import { exposedCte } from "./experiment-ctes"

/**
 * How many saw each variant, and how many of them do not count, now and until the
 * day began; and how many persons used devices with different variants.
 */
export function exposureCountsSql(question: MetricQuestion): SqlStatement {
  const { experiment_id, as_of, timezone, ads } = question
  const dayBegan =
    "date_trunc('day', ?::timestamptz AT TIME ZONE ?) AT TIME ZONE ?"
  if (ads !== null) {
    const exposed = exposedCte(question)
    return {
      sql: `
      WITH ${exposed.sql}
      SELECT variant, COUNT(*)::int AS exposed, 0 AS excluded, 0 AS looked_exposed, 0 AS looked_excluded,
             MAX(exposed_at) AS last_exposed_at, 0 AS linked_conflicts
        FROM exposed GROUP BY 1 ORDER BY 1`,
      params: exposed.params,
    }
  }
  return {
    sql: `
      WITH day AS (SELECT ${dayBegan} AS began_at),
      seen AS (
        SELECT variant, visitor_id, exposed_at, conflict_at IS NOT NULL AND conflict_at < ?::timestamptz AS is_excluded
          FROM ad_planning_experiment_exposure
         WHERE experiment_id = ? AND exposed_at < ?::timestamptz AND deleted_at IS NULL),
      linked AS (
        SELECT link.person_id
          FROM seen
          JOIN ad_planning_identity_link link ON link.kind = 'visitor' AND link.value = seen.visitor_id
         WHERE link.revoked_at IS NULL AND link.deleted_at IS NULL
         GROUP BY 1 HAVING COUNT(DISTINCT seen.variant) > 1)
      SELECT variant, COUNT(*)::int AS exposed, COUNT(*) FILTER (WHERE is_excluded)::int AS excluded,
             COUNT(*) FILTER (WHERE exposed_at < day.began_at)::int AS looked_exposed,
             COUNT(*) FILTER (WHERE exposed_at < day.began_at AND is_excluded)::int AS looked_excluded,
             MAX(exposed_at) AS last_exposed_at,
             (SELECT COUNT(*) FROM linked)::int AS linked_conflicts
        FROM seen CROSS JOIN day
       GROUP BY 1 ORDER BY 1`,
    params: [as_of, timezone, timezone, as_of, experiment_id, as_of],
  }
}
