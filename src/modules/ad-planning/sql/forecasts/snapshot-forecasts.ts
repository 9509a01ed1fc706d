import type { SqlStatement } from "../../types"

const TABLES = {
  forecasts: "budget_forecast",
  series: "ad_planning_forecast_series",
} as const

/** The rows of one generation day, whole, as they are now: what an undo puts back. */
export function forecastSnapshotSql(
  kind: keyof typeof TABLES,
  generatedOn: string
): SqlStatement {
  return {
    sql: `SELECT COALESCE(jsonb_agg(to_jsonb(row)), '[]') AS rows
            FROM ${TABLES[kind]} row WHERE row.generated_on = ?`,
    params: [generatedOn],
  }
}

/** Makes the rows of one generation day what a snapshot says. */
export function restoreForecastsSql(
  kind: keyof typeof TABLES,
  generatedOn: string,
  rows: unknown
): SqlStatement[] {
  return [
    {
      sql: `DELETE FROM ${TABLES[kind]} WHERE generated_on = ?`,
      params: [generatedOn],
    },
    {
      sql: `INSERT INTO ${TABLES[kind]}
            SELECT * FROM jsonb_populate_recordset(NULL::${TABLES[kind]}, ?::jsonb)`,
      params: [JSON.stringify(rows)],
    },
  ]
}
