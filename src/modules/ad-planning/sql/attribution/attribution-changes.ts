import type { ReportRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  CAMPAIGN_BUCKET,
  fxCte,
  periodsCte,
  purchaseAmount,
  withCtes,
} from "../fragments/report-ctes"

/**
 * What moved the figures of a period after a moment, as two lists in one row:
 *
 * - `changes`: what the ledger has of conversions that were known then, by day, cause,
 *   user and campaigns, at what they were worth then,
 * - `campaigns`: of each campaign or remainder row the revenue that came `late`, what
 *   was `corrected`, what `moved_in` and `moved_out`, and `revenue_now`; the one
 *   without a key is the total. What it was then follows from these, so that they
 *   always add up.
 *
 * A correction belongs to the moment it was recorded. What no exchange rate covers is
 * in `unconverted` alone.
 *
 * @param since - ISO 8601 instant
 */
export function attributionChangesSql(
  request: ReportRequest,
  since: string,
  fx: FxPeriod[]
): SqlStatement {
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      bookedCte(request),
      {
        sql: `
      correction AS (
        SELECT conversion_id, SUM(${purchaseAmount("adjusted", request.revenue_basis)}) AS amount
          FROM ad_planning_conversion_adjustment adjustment
         WHERE created_at > ?::timestamptz AND deleted_at IS NULL
         GROUP BY 1),
      priced AS (
        SELECT booked.id, ${CAMPAIGN_BUCKET} AS key, booked.currency,
               booked.conversion_type = 'purchase' AND booked.canceled_at IS NULL AS is_purchase,
               COALESCE(booked.amount, 0) AS amount,
               CASE WHEN booked.amount IS NULL THEN 0 ELSE COALESCE(correction.amount, 0) END AS corrected,
               conversion.created_at > ?::timestamptz AS is_late,
               CASE WHEN booked.amount IS NULL OR booked.currency = ? THEN 1
                    WHEN booked.fx_currency = ? THEN booked.fx_rate
                    ELSE fx.rate END AS rate
          FROM booked
          JOIN conversion ON conversion.id = booked.id
          LEFT JOIN correction ON correction.conversion_id = booked.id
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND booked.fx_date >= fx.from_date AND booked.fx_date < fx.until_date),
      moved AS (
        SELECT change.changed_at, change.cause, change.actor_id, change.from_key, change.to_key,
               priced.is_purchase, (priced.amount - priced.corrected) * priced.rate AS revenue
          FROM priced
          JOIN ad_planning_attribution_change change ON change.conversion_id = priced.id
         WHERE change.changed_at > ?::timestamptz AND change.deleted_at IS NULL
           AND change.from_key <> change.to_key
           AND NOT priced.is_late AND priced.rate IS NOT NULL),
      listed AS (
        SELECT (changed_at AT TIME ZONE ?)::date::text AS day, cause, actor_id, from_key, to_key,
               COUNT(*)::int AS conversions, COUNT(*) FILTER (WHERE is_purchase)::int AS purchases,
               SUM(revenue) AS revenue, MIN(changed_at) AS first_at
          FROM moved GROUP BY 1, 2, 3, 4, 5),
      part (key, late, corrected, moved_in, moved_out, revenue_now) AS (
        SELECT key, CASE WHEN is_late THEN amount * rate ELSE 0 END,
               CASE WHEN is_late THEN 0 ELSE corrected * rate END, 0, 0, amount * rate
          FROM priced WHERE rate IS NOT NULL
        UNION ALL
        SELECT to_key, 0, 0, revenue, 0, 0 FROM moved
        UNION ALL
        SELECT from_key, 0, 0, 0, revenue, 0 FROM moved),
      summed AS (
        SELECT key, COALESCE(SUM(late), 0) AS late, COALESCE(SUM(corrected), 0) AS corrected,
               COALESCE(SUM(moved_in), 0) AS moved_in, COALESCE(SUM(moved_out), 0) AS moved_out,
               COALESCE(SUM(revenue_now), 0) AS revenue_now
          FROM part GROUP BY GROUPING SETS ((key), ())),
      balanced AS (
        SELECT key, (revenue_now - late - corrected - moved_in + moved_out)::text AS revenue_then,
               moved_in::text, moved_out::text, late::text, corrected::text, revenue_now::text,
               revenue_now AS place
          FROM summed),
      lost AS (
        SELECT currency, SUM(amount)::text AS revenue, COUNT(*) FILTER (WHERE is_purchase)::int AS purchases
          FROM priced WHERE rate IS NULL GROUP BY 1)`,
        params: [
          since,
          since,
          request.currency,
          request.currency,
          since,
          request.timezone,
        ],
      },
    ],
    {
      sql: `
      SELECT (SELECT COALESCE(jsonb_agg(to_jsonb(listed) || jsonb_build_object('revenue', revenue::text)
                                ORDER BY day DESC, first_at DESC, from_key, to_key), '[]') FROM listed) AS changes,
             (SELECT jsonb_agg(balanced ORDER BY place DESC, key) FROM balanced) AS campaigns,
             (SELECT COALESCE(jsonb_agg(lost ORDER BY currency), '[]') FROM lost) AS unconverted`,
      params: [],
    }
  )
}
