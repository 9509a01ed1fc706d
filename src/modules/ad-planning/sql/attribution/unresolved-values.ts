import type { ReportRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  fxCte,
  periodsCte,
  touchFilter,
  withCtes,
} from "../fragments/report-ctes"

const VALUE = `jsonb_build_array(touch.utm_campaign, touch.utm_id, touch.utm_source, touch.website_id,
                                 touch.platform, touch.unresolved_reason)`

/**
 * The utm values that claim a campaign and have none, with the sessions of the
 * period that carry them and the purchases of the period credited to them:
 * revenue that no campaign gets until a person says which. Most revenue first. With
 * what one of the touches says of where it came from.
 *
 * @param limit - rows at most
 */
export function unresolvedValuesSql(
  request: ReportRequest,
  fx: FxPeriod[],
  limit: number
): SqlStatement {
  const filter = touchFilter(request)
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      bookedCte(request),
      {
        sql: `
      seen AS (
        SELECT ${VALUE} AS value, COUNT(*)::int AS sessions, MAX(touch.session_id) AS session_id,
               MAX(touch.id) AS touch_id
          FROM period
          JOIN campaign_attribution touch ON touch.started_at >= period.starts_at
                                         AND touch.started_at < period.ends_at
         WHERE touch.claims_campaign AND NOT touch.is_resolved AND NOT touch.is_duplicate
           AND touch.deleted_at IS NULL AND ${filter.sql}
         GROUP BY 1),
      credited AS (
        SELECT ${VALUE} AS value, MAX(touch.session_id) AS session_id, MAX(touch.id) AS touch_id,
               COUNT(*) FILTER (WHERE booked.is_placement AND booked.conversion_type = 'purchase'
                                  AND booked.canceled_at IS NULL)::int AS purchases,
               COALESCE(SUM(booked.amount * CASE WHEN booked.currency = ? THEN 1
                                                 WHEN booked.fx_currency = ? THEN booked.fx_rate
                                                 ELSE fx.rate END), 0) AS revenue
          FROM booked
          JOIN campaign_attribution touch ON touch.id = booked.attribution_id
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND booked.fx_date >= fx.from_date AND booked.fx_date < fx.until_date
         WHERE touch.claims_campaign AND NOT touch.is_resolved
         GROUP BY 1)`,
        params: [...filter.params, request.currency, request.currency],
      },
    ],
    {
      sql: `
      SELECT value ->> 0 AS utm_campaign, value ->> 1 AS utm_id, value ->> 2 AS utm_source,
             value ->> 3 AS website_id, value ->> 4 AS platform, value ->> 5 AS unresolved_reason,
             COALESCE(seen.session_id, credited.session_id) AS session_id,
             COALESCE(sessions, 0) AS sessions, COALESCE(purchases, 0) AS purchases,
             COALESCE(revenue, 0)::text AS revenue,
             sample.click_ids, sample.referrer, sample.started_at AS seen_at
        FROM seen FULL JOIN credited USING (value)
        JOIN campaign_attribution sample ON sample.id = COALESCE(seen.touch_id, credited.touch_id)
       ORDER BY COALESCE(revenue, 0) DESC, COALESCE(sessions, 0) DESC, value
       LIMIT ?`,
      params: [limit],
    }
  )
}
