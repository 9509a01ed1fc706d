import type { FxPeriod } from "../../utils/money/fx-rate"
import type { MetricQuestion, RevenueBasis, SqlStatement } from "../../types"
import { fxCte, purchaseAmount } from "../fragments/report-ctes"

type Cte = SqlStatement

/**
 * Who saw which variant, and when. Of ads: whose touch was of which campaign, ad
 * set or ad first; nothing was assigned to them, so nothing is in conflict.
 */
export function exposedCte(question: MetricQuestion): Cte {
  const { experiment_id, ads, started_at, ended_at, as_of } = question
  if (ads === null) {
    return {
      sql: `
      exposed AS (
        SELECT variant, visitor_id, exposed_at, device, country_code
          FROM ad_planning_experiment_exposure
         WHERE experiment_id = ? AND exposed_at < ?::timestamptz AND deleted_at IS NULL
           AND (conflict_at IS NULL OR conflict_at >= ?::timestamptz))`,
      params: [experiment_id, as_of, as_of],
    }
  }
  return {
    sql: `
      exposed AS (
        SELECT DISTINCT ON (touch.visitor_id) ad.variant, touch.visitor_id, touch.started_at AS exposed_at,
               NULL::text AS device, NULL::text AS country_code
          FROM jsonb_to_recordset(?::jsonb)
                 AS ad(variant text, ad_campaign_id text, ad_set_id text, ad_id text)
          JOIN campaign_attribution touch
            ON (ad.ad_campaign_id IS NULL OR touch.ad_campaign_id = ad.ad_campaign_id)
           AND (ad.ad_set_id IS NULL OR touch.ad_set_id = ad.ad_set_id)
           AND (ad.ad_id IS NULL OR touch.ad_id = ad.ad_id)
         WHERE touch.visitor_id IS NOT NULL AND touch.deleted_at IS NULL
           AND touch.started_at >= ?::timestamptz
           AND touch.started_at < LEAST(COALESCE(?::timestamptz, 'infinity'), ?::timestamptz)
         ORDER BY touch.visitor_id, touch.started_at, ad.variant)`,
    params: [JSON.stringify(ads), started_at, ended_at, as_of],
  }
}

/** Days before an exposure that CUPED looks at. */
export const COVARIATE_DAYS = 14

/**
 * Conversions of the metric: one row each, `amount` 1 for a rate, money in the
 * experiment's currency else, null where no rate covers it.
 */
export function factCte(question: MetricQuestion, fx: FxPeriod[]): Cte {
  const { metric, started_at, as_of } = question
  const filter = filterOf(metric)
  const columns = "conversion.visitor_id, conversion.converted_at"
  const counted = `
         WHERE conversion.visitor_id IS NOT NULL AND conversion.deleted_at IS NULL
           AND conversion.converted_at >= ?::timestamptz - make_interval(days => ${COVARIATE_DAYS})
           AND conversion.converted_at < ?::timestamptz AND ${filter.sql}`
  const countedParams = [started_at, as_of, ...filter.params]
  if (!question.is_money || question.currency === null) {
    return {
      sql: `
      fact AS MATERIALIZED (
        SELECT ${columns}, 1::double precision AS amount FROM conversion ${counted})`,
      params: countedParams,
    }
  }
  const rates = fxCte(fx)
  const amount = moneyOf(question.revenue_basis, question.currency)
  return {
    sql: `
      ${rates.sql},
      fact AS MATERIALIZED (
        SELECT ${columns}, (${amount.sql})::double precision AS amount
          FROM conversion
          LEFT JOIN fx ON fx.currency = conversion.currency
                      AND COALESCE(conversion.fx_date, to_char(conversion.converted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) >= fx.from_date
                      AND COALESCE(conversion.fx_date, to_char(conversion.converted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) < fx.until_date
         ${counted})`,
    params: [...rates.params, ...amount.params, ...countedParams],
  }
}

function moneyOf(basis: RevenueBasis, currency: string): SqlStatement {
  return {
    sql: `(${purchaseAmount("net", basis)})
            * CASE WHEN conversion.currency = ? THEN 1
                   WHEN conversion.fx_currency = ? THEN conversion.fx_rate
                   ELSE fx.rate END`,
    params: [currency, currency],
  }
}

/** A cancelled order is no purchase. */
const IS_PURCHASE =
  "conversion.conversion_type = 'purchase' AND conversion.canceled_at IS NULL"

const ofType = (type: string): SqlStatement =>
  type === "purchase"
    ? { sql: IS_PURCHASE, params: [] }
    : { sql: "conversion.conversion_type = ?", params: [type] }

function filterOf(metric: MetricQuestion["metric"]): SqlStatement {
  switch (metric.metric) {
    case "add_to_cart_rate":
      return ofType("add_to_cart")
    case "checkout_rate":
      return ofType("begin_checkout")
    case "leads":
      return ofType("lead_form_submission")
    case "conversion_rate":
      return metric.goal_id
        ? {
            sql: "conversion.goal_id = ? AND conversion.canceled_at IS NULL",
            params: [metric.goal_id],
          }
        : ofType(metric.conversion_type ?? "purchase")
    default:
      return { sql: IS_PURCHASE, params: [] }
  }
}
