import type { SentimentKey, SqlStatement } from "../../types"

/** Forgets texts that are gone: their analyses and what is open of them. */
export function forgetAnalysesSql(keys: SentimentKey[]): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS gone(source_type text, source_id text)
      ),
      items AS (
        DELETE FROM ad_planning_sentiment_item item USING gone
         WHERE (item.source_type, item.source_id) = (gone.source_type, gone.source_id)
      )
      DELETE FROM sentiment_analysis analysis USING gone
       WHERE (analysis.source_type, analysis.source_id) = (gone.source_type, gone.source_id)
      RETURNING analysis.id`,
    params: [JSON.stringify(keys)],
  }
}
