import type { SqlStatement } from "../../types"

/** Customers at risk, the most value at stake first; and how many there are. */
export function atRiskSql(limit: number, offset: number): SqlStatement {
  return {
    sql: `
      WITH at_risk AS (
        SELECT person_id, score_value AS risk, level, at_risk_since, calculated_at, breakdown,
               (breakdown ->> 'value_at_stake')::float8 AS value_at_stake
          FROM customer_score
         WHERE score_type = 'churn_risk' AND at_risk_since IS NOT NULL AND deleted_at IS NULL
      )
      SELECT total.count, total.value_at_stake AS total_at_stake, to_jsonb(page) AS customer
        FROM (SELECT COUNT(*)::int AS count, SUM(value_at_stake)::float8 AS value_at_stake FROM at_risk) total
        LEFT JOIN (
          SELECT * FROM at_risk
           ORDER BY value_at_stake DESC NULLS LAST, risk DESC, person_id LIMIT ? OFFSET ?) page ON true
       ORDER BY page.value_at_stake DESC NULLS LAST, page.risk DESC, page.person_id`,
    params: [limit, offset],
  }
}

/** Who came over the line at a moment, in the transaction that wrote it. */
export function newlyAtRiskSql(asOf: Date): SqlStatement {
  return {
    sql: `
      SELECT person_id FROM customer_score
       WHERE score_type = 'churn_risk' AND at_risk_since = ?::timestamptz AND updated_at = now() AND deleted_at IS NULL
       ORDER BY person_id`,
    params: [asOf.toISOString()],
  }
}

/** Makes a trained model the current one of its type; the same one changes nothing. */
export function saveScoreModelSql(
  id: string,
  type: string,
  trainedAt: Date,
  params: object,
  metrics: object
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_score_model AS model (id, type, trained_at, params, metrics, current)
      VALUES (?, ?, ?::timestamptz, ?::jsonb, ?::jsonb, true)
      ON CONFLICT (type, trained_at) DO UPDATE
        SET params = excluded.params, metrics = excluded.metrics, current = true, updated_at = now()
      WHERE (model.params, model.metrics, model.current) IS DISTINCT FROM (excluded.params, excluded.metrics, true)
      RETURNING id`,
    params: [
      id,
      type,
      trainedAt.toISOString(),
      JSON.stringify(params),
      JSON.stringify(metrics),
    ],
  }
}

/** The others of its type are not current any more. */
export function retireScoreModelsSql(
  type: string,
  trainedAt: Date
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_score_model SET current = false, updated_at = now()
       WHERE type = ? AND current AND trained_at <> ?::timestamptz AND deleted_at IS NULL
      RETURNING id`,
    params: [type, trainedAt.toISOString()],
  }
}
