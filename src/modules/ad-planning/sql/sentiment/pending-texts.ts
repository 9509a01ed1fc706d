import type { SentimentKey, SqlStatement } from "../../types"

export interface AskedText extends SentimentKey {
  text_hash: string
}

/**
 * Which of these texts have to be analysed: not those whose analysis is of the same
 * text, not those that the same analyser could not read, and not those that failed
 * and wait.
 *
 * @param version - the analyser that is there now
 * @param redo - also those that another analyser or version has read
 * @param now - ISO 8601
 */
export function pendingTextsSql(
  texts: AskedText[],
  version: string,
  redo: boolean,
  now: string
): SqlStatement {
  return {
    sql: `
      SELECT asked.source_type, asked.source_id
        FROM jsonb_to_recordset(?::jsonb) AS asked(source_type text, source_id text, text_hash text)
       WHERE NOT EXISTS (
               SELECT 1 FROM sentiment_analysis analysis
                WHERE analysis.source_type = asked.source_type AND analysis.source_id = asked.source_id
                  AND analysis.text_hash = asked.text_hash AND analysis.deleted_at IS NULL
                  AND (NOT ?::boolean OR analysis.model_version = ?))
         AND NOT EXISTS (
               SELECT 1 FROM ad_planning_sentiment_item item
                WHERE item.source_type = asked.source_type AND item.source_id = asked.source_id
                  AND item.text_hash = asked.text_hash AND item.deleted_at IS NULL
                  AND (item.status = 'unscored' AND item.model_version = ?
                    OR item.status = 'parked'
                    OR item.status = 'open' AND item.next_try_at > ?::timestamptz))`,
    params: [JSON.stringify(texts), redo, version, version, now],
  }
}

/** What the same analyser said of the same texts elsewhere: nobody is asked again. */
export function knownAnswersSql(
  hashes: string[],
  version: string
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ON (text_hash)
             text_hash, language, analyzer_score AS score, analyzer_label AS label,
             confidence, keywords, entities, aspects
        FROM sentiment_analysis
       WHERE text_hash = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
         AND model_version = ? AND deleted_at IS NULL
       ORDER BY text_hash, analyzed_at DESC`,
    params: [JSON.stringify(hashes), version],
  }
}
