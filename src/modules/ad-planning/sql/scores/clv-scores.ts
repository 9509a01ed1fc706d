import type { ClvScoring, SqlStatement } from "../../types"
import {
  type PurchaseScope,
  purchasesUntil,
} from "../fragments/purchases-until"

/**
 * Everybody's lifetime value: what they are expected to bring in the next 12 months.
 * By the formula it is average order value x orders a year x years; else what is
 * expected of people with the same history, handed in as one JSON array, x a purchase
 * day's expected value. Never-buyers have none, nor has
 * who bought only what has no rate into the currency.
 *
 * @returns a query for `writeScores`
 */
export function clvScoresSql(
  scope: PurchaseScope,
  scoring: ClvScoring
): SqlStatement {
  const purchases = purchasesUntil(scope)
  const { method, currency, retention_years, gamma_gamma, levels } = scoring
  const { p = null, q = null, v = null } = gamma_gamma ?? {}
  return {
    sql: `
      WITH ${purchases.sql},
      expectation AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb)
          AS row (repeats int, last_days int, age_days int, expected float8, p_alive float8)
      ),
      bought AS (
        SELECT person_id, day, SUM(net)::float8 AS net, COUNT(*) AS orders,
               COUNT(*) FILTER (WHERE net IS NULL) AS unconverted,
               COUNT(*) FILTER (WHERE net > 0) AS paid_orders, SUM(net) FILTER (WHERE net > 0)::float8 AS paid,
               MIN(day) OVER (PARTITION BY person_id) AS first_day
          FROM purchase
         GROUP BY person_id, day
      ),
      history AS (
        SELECT person_id, COUNT(*)::int AS days, SUM(orders)::int AS orders, COALESCE(SUM(net), 0) AS net,
               SUM(unconverted)::int AS unconverted,
               MAX(day) AS last_day, MAX(day) - MIN(day) AS last_days, (SELECT today FROM moment) - MIN(day) AS age_days,
               COALESCE(SUM(paid) / NULLIF(SUM(paid_orders), 0), 0)::float8 AS order_value,
               AVG(net) FILTER (WHERE net > 0) AS day_value,
               COUNT(*) FILTER (WHERE day > first_day AND net > 0) AS paid_repeats,
               COALESCE(AVG(net) FILTER (WHERE day > first_day AND net > 0), 0) AS repeat_value
          FROM bought
         GROUP BY person_id
      ),
      valued AS (
        SELECT history.*, expectation.expected, expectation.p_alive,
               order_value * orders * 365.0 / GREATEST(history.age_days, 365) * ?::float8 AS formula,
               COALESCE(?::float8 * (?::float8 + paid_repeats * repeat_value) / (?::float8 * paid_repeats + ?::float8 - 1),
                        day_value, 0) AS value_per_purchase
          FROM history
          LEFT JOIN expectation ON expectation.repeats = history.days - 1
               AND expectation.last_days = history.last_days AND expectation.age_days = history.age_days
      ),
      priced AS (
        SELECT valued.*, CASE WHEN expected IS NULL THEN formula ELSE expected * value_per_purchase END::float8 AS clv
          FROM valued
      )
      SELECT person_id, clv AS score_value,
             CASE WHEN ?::float8 IS NULL THEN NULL WHEN clv >= ?::float8 THEN 'high'
                  WHEN clv >= ?::float8 THEN 'medium' ELSE 'low' END AS level,
             NULL::timestamptz AS at_risk_since,
             jsonb_build_object(
               'method', ?::text, 'currency', ?::text, 'observed', net, 'orders', orders, 'unconverted_orders', unconverted, 'purchase_days', days,
               'last_purchase_on', last_day, 'tenure_days', age_days, 'avg_order_value', order_value,
               'orders_per_year', orders * 365.0 / GREATEST(age_days, 365), 'retention_years', ?::float8,
               'formula', formula, 'expected_purchases', expected, 'value_per_purchase', value_per_purchase,
               'p_alive', p_alive,
               'p_alive_reason', CASE WHEN p_alive IS NOT NULL THEN NULL
                 WHEN ?::text = 'bg_nbd' THEN 'one_purchase_day' WHEN ?::text = 'nbd' THEN 'no_dropout_identified'
                 ELSE 'formula' END) AS breakdown
        FROM priced
       WHERE unconverted < orders`,
    params: [
      ...purchases.params,
      JSON.stringify(scoring.expectations),
      retention_years,
      p,
      v,
      p,
      q,
      levels?.medium ?? null,
      levels?.high ?? null,
      levels?.medium ?? null,
      method,
      currency,
      retention_years,
      method,
      method,
    ],
  }
}

/** Values below which shares of people are, by a query for `writeScores`. */
export function scoreQuantilesSql(
  scored: SqlStatement,
  shares: number[],
  exceptLevel: string | null
): SqlStatement {
  return {
    sql: `
      SELECT percentile_cont(share.value) WITHIN GROUP (ORDER BY scored.score_value) AS value
        FROM (${scored.sql}) scored
       CROSS JOIN jsonb_array_elements_text(?::jsonb) WITH ORDINALITY AS share_text (text, place)
       CROSS JOIN LATERAL (SELECT share_text.text::float8 AS value) share
       WHERE scored.level IS DISTINCT FROM ?
       GROUP BY share.value
       ORDER BY share.value`,
    params: [...scored.params, JSON.stringify(shares), exceptLevel],
  }
}
