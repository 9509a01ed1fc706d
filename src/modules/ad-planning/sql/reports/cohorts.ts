import type { ReportRequest, SqlStatement } from "../../types"
import { COHORT_DAYS, COHORT_WINDOWS } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import {
  bookedCte,
  CAMPAIGN_BUCKET,
  fxCte,
  periodsCte,
  purchaseAmount,
  spendThroughCte,
  withCtes,
} from "../fragments/report-ctes"

const SECONDS_PER_DAY = 86_400

// The bound lets the planner leave out what was bought before the period.
const THEIR_PURCHASES = `conversion purchase ON COALESCE(purchase.person_id, purchase.email_hash) = buyer.buyer_key
                             AND purchase.converted_at >= (SELECT starts_at FROM period)`

/**
 * What those who bought for the first time in the period have spent since, by the
 * campaign that their first purchase is credited to: one `CohortRow` per campaign
 * and remainder. The filters say who is looked at, not which of their purchases.
 *
 * Day n of a buyer ends n x 24 h after the first purchase, which is of day 0. Of
 * each buyer only days that are over at `asOf` count, and whose money the rates
 * cover; who was erased cannot be followed.
 */
export function cohortsSql(
  request: ReportRequest,
  asOf: Date,
  fx: FxPeriod[]
): SqlStatement {
  const now = asOf.toISOString()
  return withCtes(
    [
      periodsCte(request),
      fxCte(fx),
      spendThroughCte(request.timezone),
      bookedCte({
        ...request,
        basis: "order_date",
        filters: { ...request.filters, conversion_types: ["purchase"] },
      }),
      {
        sql: `
      buyer AS (
        SELECT booked.id, COALESCE(booked.person_id, booked.email_hash) AS buyer_key,
               ${CAMPAIGN_BUCKET} AS bucket, booked.booked_at AS first_at,
               booked.booked_at < spend_through.through_ends_at AS is_complete,
               LEAST(${COHORT_DAYS}, floor(EXTRACT(epoch FROM ?::timestamptz - booked.booked_at)
                                           / ${SECONDS_PER_DAY}))::int AS age_days
          FROM booked
         CROSS JOIN spend_through
         WHERE booked.is_first_purchase AND booked.canceled_at IS NULL),
      ${paidCte(request)},
      priced AS (
        SELECT paid.id, paid.conversion_id, paid.currency, paid.is_purchase, paid.amount,
               ceil(EXTRACT(epoch FROM paid.paid_at - paid.first_at) / ${SECONDS_PER_DAY})::int AS day,
               CASE WHEN paid.currency = ? THEN 1
                    WHEN paid.fx_currency = ? THEN paid.fx_rate
                    ELSE fx.rate END AS rate
          FROM paid
          LEFT JOIN fx ON fx.currency = paid.currency
                      AND paid.fx_date >= fx.from_date AND paid.fx_date < fx.until_date
         WHERE paid.paid_at <= ?::timestamptz),
      followed AS (
        SELECT buyer.*, buyer_key IS NOT NULL AND lost.id IS NULL AS is_known
          FROM buyer
          LEFT JOIN (SELECT DISTINCT id FROM priced WHERE rate IS NULL) lost ON lost.id = buyer.id),
      per_day AS (
        SELECT followed.bucket, priced.day,
               SUM(amount * rate) FILTER (WHERE day <= age_days) AS revenue,
               SUM(amount * rate) FILTER (WHERE priced.conversion_id = followed.id) AS first_order_revenue,
               ${COHORT_WINDOWS.map((days) => `SUM(amount * rate) FILTER (WHERE day <= ${days} AND age_days >= ${days}) AS revenue_${days}`).join(",\n               ")}
          FROM priced
          JOIN followed ON followed.id = priced.id
         WHERE followed.is_known
         GROUP BY 1, 2),
      revenue AS (
        SELECT bucket, SUM(first_order_revenue)::text AS first_order_revenue,
               ${COHORT_WINDOWS.map((days) => `SUM(revenue_${days})::text AS revenue_${days}`).join(", ")},
               jsonb_agg(jsonb_build_array(day, revenue::text) ORDER BY day)
                 FILTER (WHERE revenue <> 0) AS revenue_by_day
          FROM per_day GROUP BY 1),
      ages AS (
        SELECT bucket, jsonb_agg(jsonb_build_array(age_days, buyers) ORDER BY age_days) AS buyers_by_age
          FROM (SELECT bucket, age_days, COUNT(*) AS buyers FROM followed
                 WHERE is_known AND age_days >= 0 GROUP BY 1, 2) known
         GROUP BY 1),
      lost AS (
        SELECT currency, SUM(amount)::text AS revenue,
               COUNT(*) FILTER (WHERE is_purchase)::int AS purchases
          FROM priced WHERE rate IS NULL GROUP BY 1)`,
        params: [now, request.currency, request.currency, now],
      },
    ],
    {
      sql: `
      SELECT counts.*, COALESCE(first_order_revenue, '0') AS first_order_revenue,
             ${COHORT_WINDOWS.map((days) => `COALESCE(revenue_${days}, '0') AS revenue_${days}`).join(", ")},
             COALESCE(revenue_by_day, '[]') AS revenue_by_day,
             COALESCE(buyers_by_age, '[]') AS buyers_by_age,
             (SELECT COALESCE(jsonb_agg(lost ORDER BY currency), '[]') FROM lost) AS unconverted
        FROM (SELECT bucket, COUNT(*)::int AS new_customers,
                     COUNT(*) FILTER (WHERE is_complete)::int AS complete_new_customers
                FROM followed GROUP BY 1) counts
        LEFT JOIN revenue ON revenue.bucket = counts.bucket
        LEFT JOIN ages ON ages.bucket = counts.bucket`,
      params: [],
    }
  )
}

/**
 * What the buyers paid in the year after their first purchase, whoever the purchase
 * is credited to, and with `basis=refund_date` what they got back when.
 */
function paidCte({ basis, revenue_basis }: ReportRequest): string {
  const byRefund = basis === "refund_date"
  const amount = purchaseAmount(byRefund ? "placed" : "net", revenue_basis)
  const columns = `buyer.id, buyer.first_at, purchase.id AS conversion_id, purchase.currency,
               purchase.fx_currency, purchase.fx_rate, purchase.fx_date`
  const corrections = `
        UNION ALL
        SELECT ${columns}, false AS is_purchase, adjustment.occurred_at AS paid_at,
               ${purchaseAmount("adjusted", revenue_basis)} AS amount
          FROM buyer
          JOIN ${THEIR_PURCHASES} AND purchase.converted_at >= buyer.first_at
          JOIN ad_planning_conversion_adjustment adjustment ON adjustment.conversion_id = purchase.id
         WHERE purchase.conversion_type = 'purchase' AND purchase.deleted_at IS NULL
           AND adjustment.deleted_at IS NULL AND ${yearOf("adjustment.occurred_at")}`
  return `paid AS (
        SELECT ${columns}, purchase.canceled_at IS NULL AS is_purchase,
               purchase.converted_at AS paid_at, ${amount} AS amount
          FROM buyer
          JOIN ${THEIR_PURCHASES}
         WHERE purchase.conversion_type = 'purchase' AND purchase.deleted_at IS NULL
           AND ${yearOf("purchase.converted_at")}${byRefund ? corrections : ""})`
}

function yearOf(time: string): string {
  return `${time} >= buyer.first_at AND ${time} <= buyer.first_at + make_interval(hours => ${COHORT_DAYS * 24})`
}
