import type { SentimentLabel, SqlStatement } from "../../types"

/** What a person of the store says of a text; null takes it back. */
export interface Override {
  label: SentimentLabel
  score: number
  by: string
}

/** @param now - ISO 8601 */
export function overrideAnalysisSql(
  id: string,
  override: Override | null,
  now: string
): SqlStatement {
  return override
    ? {
        sql: `
      UPDATE sentiment_analysis
         SET sentiment_label = ?, sentiment_score = ?, overridden_by = ?,
             overridden_at = ?::timestamptz, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL
      RETURNING id`,
        params: [override.label, override.score, override.by, now, id],
      }
    : {
        sql: `
      UPDATE sentiment_analysis
         SET sentiment_label = analyzer_label, sentiment_score = analyzer_score,
             overridden_by = NULL, overridden_at = NULL, updated_at = now()
       WHERE id = ? AND deleted_at IS NULL
      RETURNING id`,
        params: [id],
      }
}

/** How often people of the store and the analysers agree, label by label. */
export function labelPairsSql(): SqlStatement {
  return {
    sql: `
      SELECT model_version, analyzer_label AS said, sentiment_label AS meant, COUNT(*)::int AS texts
        FROM sentiment_analysis
       WHERE overridden_at IS NOT NULL AND deleted_at IS NULL
       GROUP BY model_version, analyzer_label, sentiment_label
       ORDER BY model_version, analyzer_label, sentiment_label`,
    params: [],
  }
}
