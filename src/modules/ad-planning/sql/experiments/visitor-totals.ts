import type { FxPeriod } from "../../utils/money/fx-rate"
import type { MetricQuestion, SqlStatement } from "../../types"
import { factCte } from "./experiment-ctes"
import { CAP_QUANTILE } from "./metric-sums"

/**
 * How much visitors bring by a metric in the days before `as_of`: the cap of their
 * positive totals, and what a sample size is planned on.
 *
 * @param question - `started_at` is where the days begin
 */
export function visitorTotalsSql(
  question: MetricQuestion,
  fx: FxPeriod[]
): SqlStatement {
  const fact = factCte(question, fx)
  return {
    sql: `
      WITH ${fact.sql},
      total AS (
        SELECT visitor_id, SUM(amount) AS amount FROM fact
         WHERE converted_at >= ?::timestamptz GROUP BY 1)
      SELECT percentile_cont(${CAP_QUANTILE}) WITHIN GROUP (ORDER BY amount) FILTER (WHERE amount > 0) AS cap,
             COUNT(*) FILTER (WHERE amount > 0)::int AS converters,
             COALESCE(SUM(amount) FILTER (WHERE amount > 0), 0) AS sum,
             COALESCE(SUM(amount * amount) FILTER (WHERE amount > 0), 0) AS sum_squares
        FROM total`,
    params: [...fact.params, question.started_at],
  }
}

/** Visitors of the shop in a period, by what is known of their visits. */
export function visitorCountSql(from: string, to: string): SqlStatement {
  return {
    sql: `
      SELECT COUNT(DISTINCT visitor_id)::int AS visitors
        FROM customer_journey
       WHERE visitor_id IS NOT NULL AND deleted_at IS NULL
         AND timestamp >= ?::timestamptz AND timestamp < ?::timestamptz`,
    params: [from, to],
  }
}

/** Currencies that purchases were in. */
export function purchaseCurrenciesSql(from: string, to: string): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT currency FROM conversion
       WHERE conversion_type = 'purchase' AND currency IS NOT NULL AND deleted_at IS NULL
         AND converted_at >= ?::timestamptz AND converted_at < ?::timestamptz`,
    params: [from, to],
  }
}
