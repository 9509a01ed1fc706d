import type { ReportRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  fxCte,
  periodsCte,
  touchFilter,
  withCtes,
} from "../fragments/report-ctes"

/** Spellings that mean one value: as `normaliseName` compares them. */
const spelt = (column: string) =>
  `btrim(regexp_replace(lower(normalize(touch.${column}, NFKC)), '(%20|[[:space:]+_-])+', ' ', 'g'))`

const VALUE = `jsonb_build_array(${spelt("utm_campaign")}, ${spelt("utm_id")}, ${spelt("utm_source")},
                                 touch.website_id, touch.platform, touch.unresolved_reason)`

/** Of the touches of one value: each as it is written most often, and every spelling. */
const SPELLINGS = `mode() WITHIN GROUP (ORDER BY touch.utm_campaign) AS utm_campaign,
               mode() WITHIN GROUP (ORDER BY touch.utm_id) AS utm_id,
               mode() WITHIN GROUP (ORDER BY touch.utm_source) AS utm_source,
               array_agg(DISTINCT COALESCE(touch.utm_campaign, touch.utm_id)) AS spellings`

/**
 * The utm values that claim a campaign and have none, with the sessions of the
 * period that carry them and the purchases of the period credited to them:
 * revenue that no campaign gets until a person says which. Spellings of one value are
 * one row, as one decision settles them all. Most revenue first. With
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
               MAX(touch.id) AS touch_id, ${SPELLINGS}
          FROM period
          JOIN campaign_attribution touch ON touch.started_at >= period.starts_at
                                         AND touch.started_at < period.ends_at
         WHERE touch.claims_campaign AND NOT touch.is_resolved AND NOT touch.is_duplicate
           AND touch.deleted_at IS NULL AND ${filter.sql}
         GROUP BY 1),
      credited AS (
        SELECT ${VALUE} AS value, MAX(touch.session_id) AS session_id, MAX(touch.id) AS touch_id,
               ${SPELLINGS},
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
      SELECT COALESCE(seen.utm_campaign, credited.utm_campaign) AS utm_campaign,
             COALESCE(seen.utm_id, credited.utm_id) AS utm_id,
             COALESCE(seen.utm_source, credited.utm_source) AS utm_source,
             (SELECT COALESCE(jsonb_agg(DISTINCT spelling), '[]')
                FROM unnest(array_cat(seen.spellings, credited.spellings)) spelling
               WHERE spelling IS NOT NULL) AS spellings,
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
