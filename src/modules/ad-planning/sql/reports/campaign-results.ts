import type { ReportRequest, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  CAMPAIGN_BUCKET,
  fxCte,
  IS_GOAL,
  periodsCte,
  spendThroughCte,
  withCtes,
} from "../fragments/report-ctes"

const SUMS = [
  "revenue",
  "complete_revenue",
  "complete_attributed_revenue",
  "complete_squared_revenue",
]
const COUNTS = [
  "purchases",
  "leads",
  "goals",
  "new_customers",
  "unidentified_purchases",
  "with_visitor",
  "with_touch",
  "with_campaign",
  "complete_purchases",
  "complete_attributed_purchases",
  "complete_leads",
  "complete_goals",
  "complete_new_customers",
]

/**
 * What each campaign earned under last touch, per period: credited revenue,
 * purchases, leads, goals and first-time buyers, with the remainder rows that make it
 * add up to the shop. Every conversion is counted in exactly one bucket.
 * One pass over the period's conversions; the caller computes the ratios.
 */
export function campaignResultsSql(
  request: ReportRequest,
  fx: FxPeriod[]
): SqlStatement {
  const perCampaign = request.group_by === "campaign"
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      spendThroughCte(request.timezone),
      bookedCte(request),
      {
        sql: `
      spending AS (
        SELECT DISTINCT period.period_index, metric.ad_campaign_id
          FROM period
          JOIN ad_planning_campaign_metric metric
            ON metric.date >= period.from_date AND metric.date <= period.to_date
         WHERE metric.spend > 0 AND metric.deleted_at IS NULL),
      priced AS (
        SELECT booked.*,
               ${CAMPAIGN_BUCKET} AS bucket,
               CASE WHEN booked.amount IS NULL OR booked.currency = ? THEN 1
                    WHEN booked.fx_currency = ? THEN booked.fx_rate
                    ELSE fx.rate END AS rate,
               spending.ad_campaign_id IS NOT NULL AS has_spend,
               booked.booked_at < spend_through.through_ends_at AS is_complete,
               booked.is_placement AND booked.conversion_type = 'purchase'
                 AND booked.canceled_at IS NULL AS is_purchase,
               booked.${IS_GOAL} AS is_goal
          FROM booked
         CROSS JOIN spend_through
          LEFT JOIN fx ON fx.currency = booked.currency
                      AND booked.fx_date >= fx.from_date AND booked.fx_date < fx.until_date
          LEFT JOIN spending ON spending.period_index = booked.period_index
                            AND spending.ad_campaign_id = booked.ad_campaign_id
        -- Works out is_purchase and is_goal once a row, not once a count.
        OFFSET 0),
      per_bucket AS (
        SELECT period_index, bucket, CASE WHEN rate IS NULL THEN currency END AS unconverted_currency,
               COALESCE(SUM(amount * COALESCE(rate, 1)), 0) AS revenue,
               COALESCE(SUM(amount * rate) FILTER (WHERE is_complete), 0) AS complete_revenue,
               COALESCE(SUM(amount * rate) FILTER (WHERE is_complete AND has_spend), 0)
                 AS complete_attributed_revenue,
               COALESCE(SUM((amount * rate) ^ 2) FILTER (WHERE is_complete), 0) AS complete_squared_revenue,
               ${count("is_purchase")} AS purchases,
               ${count("conversion_type = 'lead_form_submission'")} AS leads,
               ${count("is_goal")} AS goals,
               ${count("is_purchase AND is_first_purchase")} AS new_customers,
               ${count("is_purchase AND COALESCE(person_id, email_hash) IS NULL")} AS unidentified_purchases,
               ${count("is_purchase AND visitor_id IS NOT NULL")} AS with_visitor,
               ${count("is_purchase AND attribution_id IS NOT NULL")} AS with_touch,
               ${count("is_purchase AND ad_campaign_id IS NOT NULL")} AS with_campaign,
               ${count("is_complete AND is_purchase")} AS complete_purchases,
               ${count("is_complete AND is_purchase AND has_spend")} AS complete_attributed_purchases,
               ${count("is_complete AND conversion_type = 'lead_form_submission'")} AS complete_leads,
               ${count("is_complete AND is_goal")} AS complete_goals,
               ${count("is_complete AND is_purchase AND is_first_purchase")} AS complete_new_customers
          FROM priced
         GROUP BY 1, 2, 3)`,
        params: [request.currency, request.currency],
      },
    ],
    {
      sql: `
      SELECT period_index, ${perCampaign ? "GROUPING(bucket) = 1" : "true"} AS is_total,
             ${perCampaign ? "bucket" : "NULL AS bucket"}, unconverted_currency,
             ${SUMS.map((column) => `SUM(${column})::text AS ${column}`).join(", ")},
             ${COUNTS.map((column) => `SUM(${column})::int AS ${column}`).join(", ")}
        FROM per_bucket
       GROUP BY GROUPING SETS (
         ${perCampaign ? "(period_index, bucket, unconverted_currency)," : ""}
         (period_index, unconverted_currency))`,
      params: [],
    }
  )
}

function count(condition: string): string {
  return `COUNT(*) FILTER (WHERE ${condition})`
}
