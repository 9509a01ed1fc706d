import type { SentimentText, SqlStatement, TextSentiment } from "../../types"
import { newId } from "../fragments/new-id"
import { personOf } from "../fragments/person-of"

/** A text without its words, and what was read out of it. */
export type AnalysisFact = Omit<SentimentText, "text"> &
  TextSentiment & { model_version: string }

/**
 * Writes analyses, each with the person that its identifiers name, and closes the
 * texts' open items. What a person of the store said of the same text stays.
 *
 * @param now - ISO 8601
 * @returns the rows that were written
 */
export function storeAnalysesSql(
  facts: AnalysisFact[],
  now: string
): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT DISTINCT ON (source_type, source_id) *
          FROM jsonb_to_recordset(?::jsonb) AS fact(
            source_type text, source_id text, order_id text, email_hash text, customer_id text,
            visitor_id text, occurred_at timestamptz, text_hash text, language text,
            score float8, label text, confidence float8, keywords jsonb, entities jsonb,
            aspects jsonb, model_version text)
         ORDER BY source_type, source_id
      ),
      closed AS (
        DELETE FROM ad_planning_sentiment_item item USING fact
         WHERE (item.source_type, item.source_id) = (fact.source_type, fact.source_id)
      )
      INSERT INTO sentiment_analysis AS analysis
             (id, source_type, source_id, order_id, person_id, email_hash, customer_id, visitor_id,
              occurred_at, text_hash, language, sentiment_score, sentiment_label, analyzer_score,
              analyzer_label, confidence, keywords, entities, aspects, model_version, analyzed_at)
      SELECT ${newId("sentan")}, source_type, source_id, order_id,
             ${personOf({
               email: "fact.email_hash",
               customer: "fact.customer_id",
               visitor: "fact.visitor_id",
               at: "fact.occurred_at",
             })},
             email_hash, customer_id, visitor_id, occurred_at, text_hash, language, score, label,
             score, label, confidence, keywords, entities, aspects, model_version, ?::timestamptz
        FROM fact
      ON CONFLICT (source_type, source_id) DO UPDATE SET
             order_id = EXCLUDED.order_id, person_id = EXCLUDED.person_id,
             email_hash = EXCLUDED.email_hash, customer_id = EXCLUDED.customer_id,
             visitor_id = EXCLUDED.visitor_id, occurred_at = EXCLUDED.occurred_at,
             text_hash = EXCLUDED.text_hash, language = EXCLUDED.language,
             sentiment_score = ${kept("sentiment_score", "EXCLUDED.sentiment_score")},
             sentiment_label = ${kept("sentiment_label", "EXCLUDED.sentiment_label")},
             overridden_by = ${kept("overridden_by", "NULL")},
             overridden_at = ${kept("overridden_at", "NULL")},
             analyzer_score = EXCLUDED.analyzer_score, analyzer_label = EXCLUDED.analyzer_label,
             confidence = EXCLUDED.confidence, keywords = EXCLUDED.keywords,
             entities = EXCLUDED.entities, aspects = EXCLUDED.aspects,
             model_version = EXCLUDED.model_version, analyzed_at = EXCLUDED.analyzed_at,
             updated_at = now()
      RETURNING analysis.id, analysis.source_type, analysis.source_id`,
    params: [JSON.stringify(facts), now],
  }
}

/** The column stays below a person's word on the same text. */
function kept(column: string, otherwise: string): string {
  return `CASE WHEN analysis.overridden_at IS NOT NULL AND analysis.text_hash = EXCLUDED.text_hash
                  THEN analysis.${column} ELSE ${otherwise} END`
}
