import type { ForecastMetric, SqlStatement } from "../../types"

export interface HindsightRequest {
  metric: ForecastMetric
  /** Generation days, both included. */
  from_date: string
  to_date: string
  currency: string
}

/**
 * Every forecast day of one metric that is over, with what happened. Rows of a Sunday
 * and 16 scopes are some 500; the caller bounds the generation days.
 */
export function hindsightSql(request: HindsightRequest): SqlStatement {
  const { metric } = request
  return {
    sql: `
      SELECT forecast.scope, forecast.ad_campaign_id, forecast.generated_on, forecast.horizon,
             forecast.predicted_${metric} AS predicted, forecast.actual_${metric} AS actual,
             (forecast.naive ->> '${metric}')::float8 AS naive,
             forecast.intervals -> '${metric}' AS bounds, series.naive_scale
        FROM budget_forecast forecast
        LEFT JOIN ad_planning_forecast_series series
          ON series.scope = forecast.scope AND series.generated_on = forecast.generated_on
         AND series.metric = '${metric}' AND series.deleted_at IS NULL
       WHERE forecast.generated_on >= ? AND forecast.generated_on <= ? AND forecast.currency = ?
         AND forecast.actual_at IS NOT NULL AND forecast.predicted_${metric} IS NOT NULL
         AND forecast.deleted_at IS NULL
       ORDER BY forecast.scope, forecast.generated_on, forecast.horizon`,
    params: [request.from_date, request.to_date, request.currency],
  }
}

/** The newest generation day of a currency, if any. */
export function latestGenerationSql(currency: string): SqlStatement {
  return {
    sql: `
      SELECT generated_on, MAX(generated_at) AS generated_at, MIN(forecast_date) AS from_date,
             MAX(forecast_date) AS to_date
        FROM budget_forecast
       WHERE currency = ? AND deleted_at IS NULL
       GROUP BY generated_on ORDER BY generated_on DESC LIMIT 1`,
    params: [currency],
  }
}
