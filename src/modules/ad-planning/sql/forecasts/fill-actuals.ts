import {
  FORECAST_METRICS,
  type SeriesDay,
  type SqlStatement,
} from "../../types"

/** What a scope's day was, for the forecasts of that day. */
export type ActualDay = Pick<
  SeriesDay,
  "scope" | "date" | (typeof FORECAST_METRICS)[number]
>

/**
 * Writes what happened beside what was forecast, and how far off that was: predicted
 * less actual. `through` ends it: later days are not over, or lack spend. A day on which
 * nothing was is 0. Only rows that change are written, and counted.
 */
export function fillActualsSql(
  days: readonly ActualDay[],
  fromDate: string,
  through: string,
  now: Date
): SqlStatement {
  const columns = FORECAST_METRICS.map((metric) => `actual_${metric}`)
  const values = FORECAST_METRICS.map((metric) => `COALESCE(day.${metric}, 0)`)
  return {
    sql: `
      WITH day AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS day(
          scope text, date text, ${FORECAST_METRICS.map((metric) => `${metric} float8`).join(", ")}))
      UPDATE budget_forecast AS forecast
         SET ${columns.map((column, index) => `${column} = ${values[index]}`).join(", ")},
             error = jsonb_strip_nulls(jsonb_build_object(${FORECAST_METRICS.map(
               (metric, index) =>
                 `'${metric}', forecast.predicted_${metric} - ${values[index]}`
             ).join(", ")})),
             actual_at = ?, updated_at = now()
        FROM budget_forecast AS known
        LEFT JOIN day ON day.scope = known.scope AND day.date = known.forecast_date
       WHERE known.id = forecast.id AND known.forecast_date >= ? AND known.forecast_date <= ?
         AND known.deleted_at IS NULL
         AND (${columns.map((column) => `known.${column}`).join(", ")})
             IS DISTINCT FROM (${values.join(", ")})
      RETURNING forecast.id`,
    params: [JSON.stringify(days), now.toISOString(), fromDate, through],
  }
}
