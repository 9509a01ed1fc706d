import type {
  SentimentFilters,
  SentimentGroup,
  SentimentTerm,
  SqlStatement,
} from "../../types"
import { sentimentScope } from "./sentiment-scope"

const KEYS: Record<SentimentGroup, { key: string; join?: string }> = {
  source_type: { key: "text.source_type" },
  label: { key: "text.sentiment_label" },
  language: { key: "text.language" },
  model_version: { key: "text.model_version" },
  day: { key: bucket("day") },
  week: { key: bucket("week") },
  month: { key: bucket("month") },
  // Of the order that a text is about; each of its products once.
  product: {
    key: "line.product_id",
    join: `JOIN (SELECT DISTINCT order_id, product_id FROM ad_planning_order_line
                 WHERE deleted_at IS NULL) line ON line.order_id = text.order_id`,
  },
  // The campaign that the order's last touch was of.
  campaign: {
    key: "purchase.ad_campaign_id",
    join: `JOIN conversion purchase ON purchase.order_id = text.order_id
                AND purchase.conversion_type = 'purchase' AND purchase.deleted_at IS NULL`,
  },
}

function bucket(unit: string): string {
  return `to_char(date_trunc('${unit}', text.occurred_at AT TIME ZONE zone.name), 'YYYY-MM-DD')`
}

/** Counts and sums of texts by one grouping; without one, of all. */
export function sentimentStatsSql(
  filters: SentimentFilters,
  group: SentimentGroup | null
): SqlStatement {
  const scope = sentimentScope(filters)
  const { key, join = "" } = group ? KEYS[group] : { key: "NULL::text" }
  return {
    sql: `
      WITH zone AS (SELECT ?::text AS name),
      text AS (${scope.sql})
      SELECT ${key} AS key, COUNT(*)::int AS texts,
             SUM(text.sentiment_score)::float8 AS sum,
             SUM(text.sentiment_score ^ 2)::float8 AS sum_squares,
             COUNT(*) FILTER (WHERE text.sentiment_label = 'positive')::int AS positive,
             COUNT(*) FILTER (WHERE text.sentiment_label = 'negative')::int AS negative,
             COUNT(*) FILTER (WHERE text.sentiment_label = 'neutral')::int AS neutral,
             COUNT(*) FILTER (WHERE text.sentiment_label = 'mixed')::int AS mixed
        FROM text CROSS JOIN zone ${join}
       GROUP BY 1
       ORDER BY ${group === "day" || group === "week" || group === "month" ? "1" : "2 DESC, 1"}
       LIMIT 500`,
    params: [filters.timezone, ...scope.params],
  }
}

/** How often each keyword, name or aspect comes, and how its texts feel. */
export function sentimentTermsSql(
  filters: SentimentFilters,
  term: SentimentTerm,
  limit: number
): SqlStatement {
  const scope = sentimentScope(filters)
  const [name, score] =
    term === "aspects"
      ? ["term.value->>'aspect'", "(term.value->>'score')::float8"]
      : ["term.value #>> '{}'", "text.sentiment_score"]
  return {
    sql: `
      WITH text AS (${scope.sql})
      SELECT ${name} AS key, COUNT(*)::int AS texts, SUM(${score})::float8 AS sum,
             SUM(${score} ^ 2)::float8 AS sum_squares
        FROM text, LATERAL jsonb_array_elements(text.${term}) AS term(value)
       GROUP BY 1
       ORDER BY 2 DESC, 1
       LIMIT ?`,
    params: [...scope.params, limit],
  }
}
