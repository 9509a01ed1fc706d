import type { RevenueBasis, SeriesRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import { bucketKey } from "../fragments/bucket-key"
import { JSON_LIST } from "../fragments/json-list"
import {
  COUNTS_IN_REPORTS,
  fxCte,
  purchaseAmount,
  withCtes,
} from "../fragments/report-ctes"

const FIGURES = [
  "spend",
  "impressions",
  "clicks",
  "conversions",
  "purchases",
  "revenue",
  "visits",
]

/**
 * What every scope cost and earned on each day, as it was known at `as_of`: spend by
 * the account's own day, the rest by days of the zone. Amounts without a rate into the
 * currency are not in it. Scopes: `total`, `rest`, `platform:<p>`, `campaign:<id>`.
 */
export function dailySeriesSql(
  request: SeriesRequest,
  revenueBasis: RevenueBasis,
  fx: FxPeriod[]
): SqlStatement {
  const { from_date, to_date, timezone, currency, campaign_ids } = request
  const asOf = request.as_of.toISOString()
  const days = [from_date, timezone, to_date, timezone]
  const only = campaign_ids
    ? { sql: `= ANY(${JSON_LIST})`, params: [JSON.stringify(campaign_ids)] }
    : null
  const filter = (column: string) => (only ? `AND ${column} ${only.sql}` : "")
  const ids = only ? only.params : []
  return withCtes(
    [
      fxCte(fx),
      {
        sql: `
      cost AS (
        SELECT metric.ad_campaign_id AS bucket, metric.date, true AS has_metric,
               metric.spend * fx.rate AS spend, metric.impressions, metric.clicks,
               0 AS conversions, 0 AS purchases, 0 AS revenue, 0 AS visits
          FROM ad_planning_campaign_metric metric
          JOIN fx ON fx.currency = metric.currency
                 AND metric.date >= fx.from_date AND metric.date < fx.until_date
         WHERE metric.date >= ? AND metric.date <= ? AND metric.deleted_at IS NULL
           ${filter("metric.ad_campaign_id")}),
      earned AS (
        SELECT ${bucketKey("conversion")} AS bucket,
               to_char(converted_at AT TIME ZONE ?, 'YYYY-MM-DD') AS date, false AS has_metric,
               0 AS spend, 0 AS impressions, 0 AS clicks,
               CASE WHEN canceled_at < ? THEN 0 ELSE 1 END AS conversions,
               CASE WHEN conversion_type <> 'purchase' OR canceled_at < ? THEN 0 ELSE 1 END AS purchases,
               CASE WHEN conversion_type <> 'purchase' THEN 0
                    ELSE (${purchaseAmount("placed", revenueBasis)} + COALESCE(corrected.amount, 0))
                         * CASE WHEN conversion.currency = ? THEN 1
                                WHEN conversion.fx_currency = ? THEN conversion.fx_rate
                                ELSE fx.rate END END AS revenue,
               0 AS visits
          FROM conversion
          LEFT JOIN LATERAL (
            SELECT SUM(${purchaseAmount("adjusted", revenueBasis)}) AS amount
              FROM ad_planning_conversion_adjustment adjustment
             WHERE adjustment.conversion_id = conversion.id AND adjustment.deleted_at IS NULL
               AND adjustment.occurred_at < ?) corrected ON true
          LEFT JOIN fx ON fx.currency = conversion.currency
                      AND conversion.fx_date >= fx.from_date AND conversion.fx_date < fx.until_date
         WHERE ${COUNTS_IN_REPORTS} AND conversion.deleted_at IS NULL AND ${within("converted_at")}
           ${filter("conversion.ad_campaign_id")}),
      visited AS (
        SELECT touch.ad_campaign_id AS bucket,
               to_char(touch.started_at AT TIME ZONE ?, 'YYYY-MM-DD') AS date, false AS has_metric,
               0 AS spend, 0 AS impressions, 0 AS clicks, 0 AS conversions, 0 AS purchases,
               0 AS revenue, 1 AS visits
          FROM campaign_attribution touch
         WHERE touch.source = 'session' AND touch.ad_campaign_id IS NOT NULL
           AND touch.deleted_at IS NULL AND ${within("touch.started_at")}
           ${filter("touch.ad_campaign_id")}),
      fact AS (
        SELECT everything.*, campaign.id AS ad_campaign_id, campaign.platform
          FROM (SELECT * FROM cost UNION ALL SELECT * FROM earned UNION ALL SELECT * FROM visited) everything
          LEFT JOIN ad_planning_campaign campaign ON campaign.id = everything.bucket)`,
        params: [
          from_date,
          to_date,
          ...ids,
          timezone,
          asOf,
          asOf,
          currency,
          currency,
          asOf,
          ...days,
          ...ids,
          timezone,
          ...days,
          ...ids,
        ],
      },
    ],
    {
      sql: `
      SELECT CASE WHEN GROUPING(ad_campaign_id) = 0 THEN COALESCE('campaign:' || ad_campaign_id, 'rest')
                  WHEN GROUPING(platform) = 0 THEN 'platform:' || platform
                  ELSE 'total' END AS scope,
             ad_campaign_id, platform, date, BOOL_OR(has_metric) AS has_metric,
             ${FIGURES.map((name) => `COALESCE(SUM(${name}), 0)::float8 AS ${name}`).join(", ")}
        FROM fact
       GROUP BY GROUPING SETS ((date, ad_campaign_id, platform)${only ? "" : ", (date, platform), (date)"})
      HAVING GROUPING(ad_campaign_id) = 0 OR GROUPING(platform) = 1 OR platform IS NOT NULL
       ORDER BY scope, date`,
      params: [],
    }
  )
}

/** From midnight to midnight of the zone; its values are from, zone, to, zone. */
function within(column: string): string {
  return `
             ${column} >= (?::date::timestamp AT TIME ZONE ?)
         AND ${column} < ((?::date + 1)::timestamp AT TIME ZONE ?)`
}
