import {
  FORECAST_METRICS,
  type ForecastRun,
  type SqlStatement,
} from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

const PREDICTED = FORECAST_METRICS.map((metric) => `predicted_${metric}`)

/**
 * Makes the forecasts of one day those of a run: rows of the same scopes and of that
 * generation day that the run does not have are gone, the others are as it says.
 */
export function replaceForecastsSql(run: ForecastRun): SqlStatement {
  const scopes = [...new Set(run.series.map(({ scope }) => scope))]
  const rows = run.rows.map(({ predicted, ...row }) => ({
    ...row,
    ...Object.fromEntries(
      FORECAST_METRICS.map((metric) => [
        `predicted_${metric}`,
        predicted[metric] ?? null,
      ])
    ),
  }))
  return {
    sql: `
      WITH fresh AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fresh(
          scope text, scope_type text, ad_campaign_id text, platform text, forecast_date text,
          horizon int, method text, intervals jsonb, naive jsonb,
          ${PREDICTED.map((column) => `${column} float8`).join(", ")})),
      gone AS (
        DELETE FROM budget_forecast row
         WHERE row.generated_on = ? AND row.scope = ANY(${JSON_LIST})
           AND NOT EXISTS (SELECT 1 FROM fresh
                            WHERE fresh.scope = row.scope AND fresh.forecast_date = row.forecast_date))
      INSERT INTO budget_forecast (
        id, scope, scope_type, ad_campaign_id, platform, forecast_date, generated_on, generated_at,
        horizon, currency, method, intervals, naive, ${PREDICTED.join(", ")})
      SELECT ${newId("bforec")}, scope, scope_type, ad_campaign_id, platform, forecast_date, ?, ?,
             horizon, ?, method, intervals, naive, ${PREDICTED.join(", ")}
        FROM fresh
      ON CONFLICT (scope, forecast_date, generated_on) DO UPDATE SET
        generated_at = excluded.generated_at, horizon = excluded.horizon,
        currency = excluded.currency, method = excluded.method,
        intervals = excluded.intervals, naive = excluded.naive,
        ${PREDICTED.map((column) => `${column} = excluded.${column}`).join(", ")},
        ${FORECAST_METRICS.map((metric) => `actual_${metric} = NULL`).join(", ")},
        actual_at = NULL, error = NULL, deleted_at = NULL, updated_at = now()`,
    params: [
      JSON.stringify(rows),
      run.generated_on,
      JSON.stringify(scopes),
      run.generated_on,
      run.generated_at.toISOString(),
      run.currency,
    ],
  }
}

/** How each series of a run was forecast, or why not; the run's day is made anew. */
export function replaceSeriesSql(run: ForecastRun): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_forecast_series (
        id, scope, metric, generated_on, status, observed, required, from_date, to_date, method,
        is_model_based, error_count, naive_scale, model_errors, scaling)
      SELECT ${newId("apfser")}, scope, metric, ?, status, observed, required, from_date, to_date,
             method, is_model_based, error_count, naive_scale, model_errors, scaling
        FROM jsonb_to_recordset(?::jsonb) AS fresh(
          scope text, metric text, status text, observed int, required int, from_date text,
          to_date text, method text, is_model_based boolean, error_count int, naive_scale float8,
          model_errors jsonb, scaling float8)
      ON CONFLICT (scope, metric, generated_on) DO UPDATE SET
        status = excluded.status, observed = excluded.observed, required = excluded.required,
        from_date = excluded.from_date, to_date = excluded.to_date, method = excluded.method,
        is_model_based = excluded.is_model_based, error_count = excluded.error_count,
        naive_scale = excluded.naive_scale, model_errors = excluded.model_errors,
        scaling = excluded.scaling, deleted_at = NULL, updated_at = now()`,
    params: [run.generated_on, JSON.stringify(run.series)],
  }
}
