import type { SqlStatement } from "../../types"
import {
  creditedCtes,
  type CreditedRequest,
  creditedSums,
  touchGroup,
} from "../fragments/credited-ctes"
import { isChoice } from "../fragments/manual-touch"
import { touchFilter, withCtes } from "../fragments/report-ctes"

const TOUCH_COUNTS = ["sessions", "visitors", "claiming", "resolved"]
const CREDITED = ["purchases", "leads", "goals", "new_customers"]

/**
 * Touches that began in the period, and what the conversions of the period are
 * credited to under one model, by one grouping of the touch. The row without a
 * key is the total, and lists what no exchange rate covers. Touches are of no buyer:
 * by buyer they are in the total alone.
 */
export function attributionStatsSql(asked: CreditedRequest): SqlStatement {
  const { request, group } = asked
  const filter = touchFilter(request)
  const key = touchGroup(group) ?? "NULL"
  return withCtes(
    [
      ...creditedCtes(asked),
      {
        sql: `
      per_visitor AS (
        SELECT ${key}::text AS key, touch.visitor_id, COUNT(*) AS sessions,
               COUNT(*) FILTER (WHERE touch.claims_campaign) AS claiming,
               COUNT(*) FILTER (WHERE touch.is_resolved) AS resolved
          FROM period
          JOIN campaign_attribution touch ON touch.started_at >= period.starts_at
                                         AND touch.started_at < period.ends_at
         WHERE touch.deleted_at IS NULL AND NOT touch.is_duplicate
           AND NOT ${isChoice("touch")}
           AND ${filter.sql}
         GROUP BY 1, 2),
      touches AS (
        SELECT key, SUM(sessions)::int AS sessions, COUNT(visitor_id)::int AS visitors,
               SUM(claiming)::int AS claiming, SUM(resolved)::int AS resolved
          FROM per_visitor WHERE key IS NOT NULL GROUP BY 1
        UNION ALL
        -- One row per visitor first: COUNT(DISTINCT) would sort them all.
        SELECT NULL, COALESCE(SUM(sessions), 0)::int, COUNT(visitor_id)::int,
               COALESCE(SUM(claiming), 0)::int, COALESCE(SUM(resolved), 0)::int
          FROM (
            SELECT visitor_id, SUM(sessions) AS sessions, SUM(claiming) AS claiming,
                   SUM(resolved) AS resolved
              FROM per_visitor GROUP BY 1
          ) visitor),
      credited AS (
        SELECT key, ${creditedSums(asked)}
          FROM per_key GROUP BY GROUPING SETS ((key), ())),
      lost AS (
        SELECT unconverted_currency AS currency, SUM(revenue)::text AS revenue,
               ${request.filters.platform === undefined ? "round(SUM(purchases))" : "SUM(purchases)"} AS purchases
          FROM per_key WHERE unconverted_currency IS NOT NULL GROUP BY 1)`,
        params: filter.params,
      },
    ],
    {
      sql: `
      SELECT COALESCE(touches.key, credited.key) AS key,
             ${[...TOUCH_COUNTS, ...CREDITED].map((name) => `COALESCE(${name}, 0) AS ${name}`).join(", ")},
             COALESCE(revenue, '0') AS revenue,
             CASE WHEN COALESCE(touches.key, credited.key) IS NULL
                  THEN (SELECT jsonb_agg(lost ORDER BY currency) FROM lost) END AS unconverted
        FROM touches
        FULL JOIN credited ON COALESCE(credited.key, '') = COALESCE(touches.key, '')`,
      params: [],
    }
  )
}
