import type { MetricQuestion, RevenueBasis, SqlStatement } from "../../types"
import { purchaseAmount } from "../fragments/report-ctes"

/**
 * What the campaigns of variants cost and brought, day by day; conversions by their
 * last touch. Only days of the platform's own calendar that are over.
 */
export function adDaysSql(
  { ads, started_at, ended_at, as_of, timezone, currency }: MetricQuestion,
  basis: RevenueBasis
): SqlStatement {
  return {
    sql: `
      WITH ad AS (
        SELECT variant, ad_campaign_id
          FROM jsonb_to_recordset(?::jsonb) AS ad(variant text, ad_campaign_id text)
         WHERE ad_campaign_id IS NOT NULL),
      span AS (
        SELECT to_char(?::timestamptz AT TIME ZONE ?, 'YYYY-MM-DD') AS from_date,
               to_char(LEAST(COALESCE(?::timestamptz, 'infinity'), ?::timestamptz) AT TIME ZONE ?, 'YYYY-MM-DD') AS to_date),
      cost AS (
        SELECT ad.variant, metric.date, SUM(metric.impressions)::double precision AS impressions,
               SUM(metric.clicks)::double precision AS clicks,
               SUM(metric.spend) FILTER (WHERE ?::text IS NULL OR metric.currency = ?)::double precision AS spend
          FROM ad JOIN ad_planning_campaign_metric metric ON metric.ad_campaign_id = ad.ad_campaign_id
          CROSS JOIN span
         WHERE metric.deleted_at IS NULL AND metric.date > span.from_date AND metric.date < span.to_date
         GROUP BY 1, 2),
      gain AS (
        SELECT ad.variant, to_char(conversion.converted_at AT TIME ZONE ?, 'YYYY-MM-DD') AS date,
               COUNT(*)::int AS purchases,
               SUM(${purchaseAmount("net", basis)}) FILTER (WHERE ?::text IS NULL OR conversion.currency = ?)::double precision AS revenue
          FROM ad JOIN conversion ON conversion.ad_campaign_id = ad.ad_campaign_id
         WHERE conversion.conversion_type = 'purchase' AND conversion.canceled_at IS NULL
           AND conversion.deleted_at IS NULL AND conversion.converted_at >= ?::timestamptz
           AND conversion.converted_at < ?::timestamptz
         GROUP BY 1, 2)
      SELECT cost.variant, cost.date, cost.impressions, cost.clicks, COALESCE(cost.spend, 0) AS spend,
             COALESCE(gain.purchases, 0)::int AS purchases, COALESCE(gain.revenue, 0) AS revenue
        FROM cost LEFT JOIN gain USING (variant, date)
       ORDER BY 2, 1`,
    params: [
      JSON.stringify(ads ?? []),
      started_at,
      timezone,
      ended_at,
      as_of,
      timezone,
      currency,
      currency,
      timezone,
      currency,
      currency,
      started_at,
      as_of,
    ],
  }
}
