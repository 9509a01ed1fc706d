import type { ReportRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  fxCte,
  periodsCte,
  spendThroughCte,
  withCtes,
} from "../fragments/report-ctes"

/**
 * What each campaign cost, per period, by the ad account's own day labels. One
 * row without a campaign carries what the whole report needs: the day through
 * which spend is complete and where the history of orders begins.
 */
export function campaignSpendSql(
  request: ReportRequest,
  fx: FxPeriod[]
): SqlStatement {
  const perCampaign = request.group_by === "campaign"
  const lost = "CASE WHEN priced.rate IS NULL THEN priced.currency END"
  const platform = request.filters.platform
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      spendThroughCte(request.timezone),
      {
        sql: `
      priced AS (
        SELECT period.period_index, metric.*, fx.rate,
               metric.date <= spend_through.through_date AS is_complete
          FROM period
         CROSS JOIN spend_through
          JOIN ad_planning_campaign_metric metric
            ON metric.date >= period.from_date AND metric.date <= period.to_date
          JOIN ad_planning_campaign campaign ON campaign.id = metric.ad_campaign_id
          LEFT JOIN fx ON fx.currency = metric.currency
                      AND metric.date >= fx.from_date AND metric.date < fx.until_date
         WHERE metric.deleted_at IS NULL ${platform === undefined ? "" : "AND campaign.platform = ?"})`,
        params: platform === undefined ? [] : [platform],
      },
    ],
    {
      sql: `
      SELECT sums.*, spend_through.through_date AS spend_complete_through,
             (SELECT MIN(converted_at) FROM conversion
               WHERE conversion_type = 'purchase' AND deleted_at IS NULL) AS history_starts_at
        FROM spend_through
        LEFT JOIN (
          SELECT period_index, ${perCampaign ? "GROUPING(ad_campaign_id) = 1" : "true"} AS is_total,
                 ${perCampaign ? "ad_campaign_id" : "NULL AS ad_campaign_id"}, ${lost} AS unconverted_currency,
                 SUM(spend * COALESCE(rate, 1))::text AS spend,
                 COALESCE(SUM(spend * rate) FILTER (WHERE is_complete), 0)::text AS complete_spend,
                 SUM(impressions)::text AS impressions, SUM(clicks)::text AS clicks,
                 SUM(claimed_conversions)::text AS claimed_conversions,
                 SUM(claimed_value * COALESCE(rate, 1))::text AS claimed_value,
                 SUM(claimed_conversions) FILTER (WHERE is_complete)::text AS complete_claimed_conversions,
                 SUM(claimed_value * rate) FILTER (WHERE is_complete)::text AS complete_claimed_value
            FROM priced
           GROUP BY GROUPING SETS (${perCampaign ? `(period_index, ad_campaign_id, ${lost}), ` : ""}(period_index, ${lost}))
        ) sums ON true`,
      params: [],
    }
  )
}
