import type {
  SentimentFilters,
  SentimentOrder,
  SqlStatement,
} from "../../types"
import { sentimentScope } from "./sentiment-scope"

/**
 * One page of analysed texts, each with what its person has bought so far in the
 * currency, net, and how many there are in all.
 */
export function listAnalysesSql(
  filters: SentimentFilters,
  {
    order,
    isDescending,
    limit,
    offset,
    currency,
  }: {
    order: SentimentOrder
    isDescending: boolean
    limit: number
    offset: number
    currency: string | null
  }
): SqlStatement {
  const scope = sentimentScope(filters)
  const direction = isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
  return {
    sql: `
      WITH text AS (${scope.sql})
      SELECT text.*, (SELECT COUNT(*) FROM text)::int AS total,
             (SELECT SUM(purchase.net_value) FROM conversion purchase
               WHERE purchase.person_id = text.person_id AND purchase.conversion_type = 'purchase'
                 AND purchase.currency = ? AND purchase.deleted_at IS NULL)::float8 AS customer_value
        FROM text
       ORDER BY ${order} ${direction}, id
       LIMIT ? OFFSET ?`,
    params: [...scope.params, currency, limit, offset],
  }
}

/** How many texts the filters leave. */
export function countAnalysesSql(filters: SentimentFilters): SqlStatement {
  const scope = sentimentScope(filters)
  return {
    sql: `SELECT COUNT(*)::int AS total FROM (${scope.sql}) text`,
    params: scope.params,
  }
}
