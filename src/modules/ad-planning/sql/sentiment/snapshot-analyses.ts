import type { SentimentKey, SqlStatement } from "../../types"

/** Rows of `sentiment_analysis` with all their columns. */
export type AnalysisSnapshot = Record<string, unknown>[]

export function snapshotAnalysesSql(keys: SentimentKey[]): SqlStatement {
  return {
    sql: `
      SELECT COALESCE(jsonb_agg(to_jsonb(analysis)), '[]') AS rows
        FROM sentiment_analysis analysis
        JOIN jsonb_to_recordset(?::jsonb) AS asked(source_type text, source_id text)
          USING (source_type, source_id)`,
    params: [JSON.stringify(keys)],
  }
}

/** Writes rows back as they were; those that are there again stay. */
export function putBackAnalysesSql(rows: AnalysisSnapshot): SqlStatement {
  return {
    sql: `
      INSERT INTO sentiment_analysis
      SELECT * FROM jsonb_populate_recordset(NULL::sentiment_analysis, ?::jsonb)
      ON CONFLICT (source_type, source_id) DO NOTHING
      RETURNING id`,
    params: [JSON.stringify(rows)],
  }
}
