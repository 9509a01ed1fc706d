import type { ReportRequest, SqlStatement, StatsGroup } from "../types"
import type { FxPeriod } from "../utils/money/fx-rate"
import { isChoice } from "./fragments/manual-touch"
import {
  bookedCte,
  fxCte,
  IS_GOAL,
  periodsCte,
  touchFilter,
  withCtes,
} from "./fragments/report-ctes"

const BUCKET = `
  COALESCE(touch.ad_campaign_id,
    CASE WHEN touch.id IS NULL THEN '(direct or unknown)'
         WHEN touch.claims_campaign THEN '(unresolved campaign)'
         ELSE '(no campaign)' END)`

const GROUPS: Record<StatsGroup, string> = {
  campaign: BUCKET,
  // Platform never implies paid: what a network brings for nothing is organic.
  platform: `CASE WHEN touch.id IS NULL THEN 'direct'
                  WHEN touch.is_paid OR touch.ad_campaign_id IS NOT NULL THEN touch.platform
                  ELSE 'organic' END`,
  channel_group: "COALESCE(touch.channel_group, 'Direct')",
  source: `COALESCE(LOWER(touch.utm_source) || ' / ' || COALESCE(LOWER(touch.utm_medium), '(not set)'),
                    NULLIF(split_part(regexp_replace(touch.referrer, '^[a-z]+://', ''), '/', 1), ''),
                    CASE WHEN touch.id IS NULL THEN '(direct or unknown)' ELSE '(not set)' END)`,
}

/**
 * Touches that began in the period, and what the conversions of the period are
 * credited to under last touch, by one grouping of the touch. The row without a
 * key is the total, and lists what no exchange rate covers.
 */
export function attributionStatsSql(
  request: ReportRequest,
  group: StatsGroup,
  fx: FxPeriod[]
): SqlStatement {
  const key = GROUPS[group]
  const filter = touchFilter(request)
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      bookedCte(request),
      {
        sql: `
      per_visitor AS (
        SELECT ${key} AS key, touch.visitor_id, COUNT(*) AS sessions,
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
          FROM per_visitor GROUP BY 1
        UNION ALL
        SELECT NULL, COALESCE(SUM(sessions), 0)::int, COUNT(DISTINCT visitor_id)::int,
               COALESCE(SUM(claiming), 0)::int, COALESCE(SUM(resolved), 0)::int
          FROM per_visitor),
      priced AS (
        SELECT booked.*, CASE WHEN booked.amount IS NULL OR booked.currency = ? THEN 1
                              WHEN booked.fx_currency = ? THEN booked.fx_rate
                              ELSE fx.rate END AS rate
          FROM booked
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND booked.fx_date >= fx.from_date AND booked.fx_date < fx.until_date),
      per_key AS (
        SELECT ${key} AS key, CASE WHEN rate IS NULL THEN priced.currency END AS unconverted_currency,
               COUNT(*) FILTER (WHERE is_placement AND conversion_type = 'purchase'
                                  AND canceled_at IS NULL) AS purchases,
               COUNT(*) FILTER (WHERE conversion_type = 'lead_form_submission') AS leads,
               COUNT(*) FILTER (WHERE ${IS_GOAL}) AS goals,
               COALESCE(SUM(amount * COALESCE(rate, 1)), 0) AS revenue
          FROM priced
          LEFT JOIN campaign_attribution touch ON touch.id = priced.attribution_id
         GROUP BY 1, 2),
      credited AS (
        SELECT key, SUM(purchases)::int AS purchases, SUM(leads)::int AS leads,
               SUM(goals)::int AS goals,
               COALESCE(SUM(revenue) FILTER (WHERE unconverted_currency IS NULL), 0)::text AS revenue
          FROM per_key GROUP BY GROUPING SETS ((key), ())),
      lost AS (
        SELECT unconverted_currency AS currency, SUM(revenue)::text AS revenue,
               SUM(purchases)::int AS purchases
          FROM per_key WHERE unconverted_currency IS NOT NULL GROUP BY 1)`,
        params: [...filter.params, request.currency, request.currency],
      },
    ],
    {
      sql: `
      SELECT COALESCE(touches.key, credited.key) AS key,
             COALESCE(sessions, 0) AS sessions, COALESCE(visitors, 0) AS visitors,
             COALESCE(claiming, 0) AS claiming, COALESCE(resolved, 0) AS resolved,
             COALESCE(purchases, 0) AS purchases, COALESCE(leads, 0) AS leads,
             COALESCE(goals, 0) AS goals, COALESCE(revenue, '0') AS revenue,
             CASE WHEN COALESCE(touches.key, credited.key) IS NULL
                  THEN (SELECT jsonb_agg(lost ORDER BY currency) FROM lost) END AS unconverted
        FROM touches
        FULL JOIN credited ON COALESCE(credited.key, '') = COALESCE(touches.key, '')`,
      params: [],
    }
  )
}
