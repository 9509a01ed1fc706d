import type { SentimentFilters, SqlStatement, SqlValue } from "../../types"

/** The analysed texts that filters leave, as the body of a CTE. */
export function sentimentScope(filters: SentimentFilters): SqlStatement {
  const clauses = ["analysis.deleted_at IS NULL"]
  const params: SqlValue[] = []
  const add = (clause: string, ...values: SqlValue[]) => {
    clauses.push(clause)
    params.push(...values)
  }
  const among = (column: string, values: string[] | undefined) => {
    if (values) {
      add(
        `${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`,
        JSON.stringify(values)
      )
    }
  }
  if (filters.from) add("analysis.occurred_at >= ?::timestamptz", filters.from)
  if (filters.to) add("analysis.occurred_at < ?::timestamptz", filters.to)
  if (filters.after_id) add("analysis.id > ?", filters.after_id)
  among("analysis.id", filters.id)
  among("analysis.source_type", filters.source_type)
  among("analysis.source_id", filters.source_id)
  among("analysis.sentiment_label", filters.label)
  among("analysis.language", filters.language)
  among("analysis.person_id", filters.person_id)
  among("analysis.order_id", filters.order_id)
  among("analysis.model_version", filters.model_version)
  if (filters.is_overridden !== undefined) {
    add(
      "(analysis.overridden_at IS NOT NULL) = ?::boolean",
      filters.is_overridden
    )
  }
  if (filters.aspect) {
    add(
      "analysis.aspects @> jsonb_build_array(jsonb_build_object('aspect', ?::text))",
      filters.aspect
    )
  }
  if (filters.q) {
    add(
      `EXISTS (SELECT 1 FROM jsonb_array_elements_text(analysis.keywords || analysis.entities) AS term(word)
                WHERE strpos(lower(term.word), lower(?)) > 0)`,
      filters.q
    )
  }
  if (filters.product_id) {
    add(
      `EXISTS (SELECT 1 FROM ad_planning_order_line line
                WHERE line.order_id = analysis.order_id AND line.product_id = ? AND line.deleted_at IS NULL)`,
      filters.product_id
    )
  }
  if (filters.ad_campaign_id) {
    add(
      `EXISTS (SELECT 1 FROM conversion purchase
                WHERE purchase.order_id = analysis.order_id AND purchase.conversion_type = 'purchase'
                  AND purchase.ad_campaign_id = ? AND purchase.deleted_at IS NULL)`,
      filters.ad_campaign_id
    )
  }
  if (filters.first_purchase !== undefined) {
    add(
      `COALESCE((SELECT bool_or(purchase.is_first_purchase) FROM conversion purchase
                  WHERE purchase.order_id = analysis.order_id
                    AND purchase.conversion_type = 'purchase' AND purchase.deleted_at IS NULL), false) = ?::boolean`,
      filters.first_purchase
    )
  }
  if (filters.nps_group) {
    add(`${NPS_GROUP} = ?`, filters.nps_group)
  }
  return {
    sql: `SELECT analysis.* FROM sentiment_analysis analysis
             WHERE ${clauses.join("\n               AND ")}`,
    params,
  }
}

/** The NPS group of the stars that a feedback gave beside its words. */
const NPS_GROUP = `(SELECT CASE WHEN (journey.event_data->>'rating')::int = 5 THEN 'promoter'
                               WHEN (journey.event_data->>'rating')::int = 4 THEN 'passive'
                               ELSE 'detractor' END
                     FROM customer_journey journey
                    WHERE analysis.source_type = 'feedback' AND journey.source_type = 'feedback'
                      AND journey.source_id = analysis.source_id
                      AND journey.event_data->>'rating' IS NOT NULL AND journey.deleted_at IS NULL)`
