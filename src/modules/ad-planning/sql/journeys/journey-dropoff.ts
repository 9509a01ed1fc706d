import type { DropoffRequest, SqlStatement } from "../../types"
import { followedCtes, reachedOf } from "../fragments/followed-ctes"
import { JOURNEY_WINDOW, windowHours } from "../fragments/journey-touchpoints"

/**
 * How far those who enter in the period get, and what they do next: their first
 * touchpoint at a later moment, of any kind, within the window.
 *
 * @returns `DropoffRow`s
 */
export function journeyDropoffSql(request: DropoffRequest): SqlStatement {
  const reached = reachedOf(request.steps)
  const followed = followedCtes(request, {
    subject: {
      times: "array_agg(timestamp)",
      types: "array_agg(event_type)",
    },
    is_everything: true,
  })
  return {
    sql: `
      WITH ${followed.sql}
      SELECT is_finished, num_nonnulls(${reached.join(", ")}) - 1 AS step, further.event_type, COUNT(*)::int AS count
        FROM followed
        LEFT JOIN LATERAL (
          SELECT type AS event_type FROM unnest(times, types) AS own (time, type)
           WHERE time > COALESCE(${reached.toReversed().join(", ")})
             AND time <= reached_0 + ${JOURNEY_WINDOW}
           ORDER BY time, type COLLATE "C"
           LIMIT 1
        ) further ON true
       GROUP BY 1, 2, 3`,
    params: [...followed.params, windowHours(request.window_days)],
  }
}
