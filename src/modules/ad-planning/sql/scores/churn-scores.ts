import type { ChurnScoring, EngagementOptions, SqlStatement } from "../../types"
import {
  AT_RISK_HYSTERESIS,
  LOST_RISK,
  LOST_SILENCE,
} from "../../utils/scores/churn-rules"
import { buyersUntil, CHURN_FEATURES } from "../fragments/churn-features"
import type { PurchaseScope } from "../fragments/purchases-until"

/**
 * Every buyer's risk to buy nothing within the horizon, 0 to 100, with what raises
 * and lowers it (`factors`: the change of the log-odds against an average buyer).
 * Somebody is at risk from the line on until 10 below it, and lost after a silence of
 * three times their cadence.
 *
 * @returns a query for `writeScores`
 */
export function churnScoresSql(
  scope: PurchaseScope,
  engagement: EngagementOptions,
  scoring: ChurnScoring
): SqlStatement {
  const buyers = buyersUntil(scope, engagement)
  const isModel = scoring.method === "logistic"
  const factors = CHURN_FEATURES.map(
    ([name, sql]) => `'${name}', ?::float8 * ((${sql})::float8 - ?::float8)`
  )
  const odds = CHURN_FEATURES.map(([, sql]) => `?::float8 * (${sql})::float8`)
  const risk = isModel
    ? `100 / (1 + exp(-LEAST(GREATEST(?::float8 + ${odds.join(" + ")}, -500), 500)))`
    : "100 * recency / (recency + 2 * cadence)"
  return {
    sql: `
      WITH ${buyers.sql},
      paced AS (SELECT buyer.*, GREATEST(COALESCE(cadence_days, ?::float8), 1) AS cadence FROM buyer),
      judged AS (
        SELECT paced.*, ${risk} AS risk,
               ${isModel ? `jsonb_build_object(${factors.join(", ")})` : "'{}'::jsonb"} AS factors,
               order_value * orders * 365.0 / GREATEST(tenure, 365) * ?::float8 AS formula
          FROM paced
      ),
      sorted AS (
        SELECT judged.*, recency > ${LOST_SILENCE} * cadence ${isModel ? `AND risk >= ${LOST_RISK}` : ""} AS is_lost,
               former.at_risk_since AS former_since
          FROM judged
          LEFT JOIN customer_score former ON former.person_id = judged.person_id
               AND former.score_type = 'churn_risk' AND former.deleted_at IS NULL
      ),
      lined AS (
        SELECT sorted.*, NOT is_lost AND ?::float8 IS NOT NULL
               AND (risk >= ?::float8 OR (former_since IS NOT NULL AND risk >= ?::float8 - ${AT_RISK_HYSTERESIS})) AS is_at_risk
          FROM sorted
      )
      SELECT person_id, risk::float8 AS score_value,
             CASE WHEN is_lost THEN 'lost' WHEN is_at_risk THEN 'at_risk' ELSE 'active' END AS level,
             CASE WHEN is_at_risk THEN COALESCE(former_since, ?::timestamptz) END AS at_risk_since,
             jsonb_build_object(
               'method', ?::text, 'horizon_days', ?::int, 'currency', ?::text, 'factors', factors,
               'value_at_stake', CASE WHEN ?::text IS NOT NULL AND is_priced THEN risk / 100 * formula END,
               'formula_clv', CASE WHEN is_priced THEN formula END,
               'days_since_last_purchase', recency, 'cadence_days', cadence, 'last_purchase_on', last_day,
               'purchase_days', days, 'orders', orders, 'tenure_days', tenure, 'net', net,
               'refund_share', refund_share, 'engagement', engagement, 'former_engagement', former_engagement,
               'last_rating', rating, 'sentiment', sentiment) AS breakdown
        FROM lined`,
    params: [
      ...buyers.params,
      scoring.cadence_days,
      ...(isModel
        ? [
            scoring.intercept,
            ...CHURN_FEATURES.map(([name]) => scoring.coefficients[name] ?? 0),
            ...CHURN_FEATURES.flatMap(([name]) => [
              scoring.coefficients[name] ?? 0,
              scoring.means[name] ?? 0,
            ]),
          ]
        : []),
      scoring.retention_years,
      scoring.line,
      scoring.line,
      scoring.line,
      scope.as_of.toISOString(),
      scoring.method,
      scoring.horizon_days,
      scoring.currency,
      scoring.currency,
    ],
  }
}
