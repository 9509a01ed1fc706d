import {
  PIXEL_OUTCOMES,
  type ReportPeriod,
  type SqlStatement,
} from "../../types"
import { periodsCte, withCtes } from "../fragments/report-ctes"

/**
 * Per day: what became of the calls of the public endpoint, beside the orders
 * that were placed and not cancelled, and those of them that name a visitor. An
 * hour of calls belongs to the day in which it begins.
 *
 * @param days - one period per day, each with a row of its own
 */
export function pixelHealthSql(days: ReportPeriod[]): SqlStatement {
  const outcomes = PIXEL_OUTCOMES.map(
    (outcome) =>
      `COALESCE(SUM(calls) FILTER (WHERE outcome = '${outcome}'), 0)::int AS ${outcome}`
  )
  const columns = PIXEL_OUTCOMES.map(
    (outcome) => `COALESCE(counted.${outcome}, 0) AS ${outcome}`
  )
  return withCtes(
    [
      periodsCte({ periods: days }),
      {
        sql: `
      counted AS (
        SELECT period.period_index, ${outcomes.join(", ")}
          FROM period
          JOIN ad_planning_pixel_count count ON count.hour >= period.starts_at
                                            AND count.hour < period.ends_at
         WHERE count.deleted_at IS NULL
         GROUP BY 1),
      placed AS (
        SELECT period.period_index, COUNT(*)::int AS orders,
               COUNT(conversion.visitor_id)::int AS orders_with_visitor
          FROM period
          JOIN conversion ON conversion.converted_at >= period.starts_at
                         AND conversion.converted_at < period.ends_at
         WHERE conversion.conversion_type = 'purchase' AND conversion.canceled_at IS NULL
           AND conversion.deleted_at IS NULL
         GROUP BY 1)`,
        params: [],
      },
    ],
    {
      sql: `
      SELECT period.from_date AS date, COALESCE(placed.orders, 0) AS orders,
             COALESCE(placed.orders_with_visitor, 0) AS orders_with_visitor,
             ${columns.join(", ")},
             (SELECT MAX(hour) FROM ad_planning_pixel_count
               WHERE outcome = 'accepted' AND calls > 0 AND deleted_at IS NULL) AS last_accepted_at
        FROM period
        LEFT JOIN counted USING (period_index)
        LEFT JOIN placed USING (period_index)
       ORDER BY period.period_index`,
      params: [],
    }
  )
}
