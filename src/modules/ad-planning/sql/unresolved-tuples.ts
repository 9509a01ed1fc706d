import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"
import { RESOLUTION_COLUMNS, resolutionKey } from "./fragments/resolution-key"

/** Which touches; times are ISO 8601 text. No field means all of them. */
export interface TouchFilter {
  from?: string
  to?: string
  website_id?: string
  /** Touches named by their own id or by the order that stamped them. */
  touch_ids?: string[]
  order_ids?: string[]
}

/**
 * The distinct questions "which campaign is this?" among the touches that claim
 * a campaign and have none, one page after `afterKey`. Touches that a person
 * assigned are never among them.
 */
export function unresolvedTuplesSql(
  filter: TouchFilter,
  afterKey: string,
  limit: number
): SqlStatement {
  const where = touchFilterClause(filter)
  return {
    sql: `
      SELECT ${resolutionKey("touch")} AS resolution_key,
             ${RESOLUTION_COLUMNS.map((column) => `touch.${column}`).join(", ")},
             MAX(touch.started_at) AS started_at, COUNT(*)::int AS touches
        FROM campaign_attribution touch
       WHERE touch.is_resolved = false AND touch.claims_campaign AND touch.deleted_at IS NULL
         AND ${where.sql}
         AND ${resolutionKey("touch")} > ?
       GROUP BY 1, ${RESOLUTION_COLUMNS.map((column) => `touch.${column}`).join(", ")}
       ORDER BY 1
       LIMIT ?`,
    params: [...where.params, afterKey, limit],
  }
}

export function touchFilterClause(filter: TouchFilter): SqlStatement {
  const clauses: SqlStatement[] = [{ sql: "true", params: [] }]
  if (filter.from) {
    clauses.push({
      sql: "touch.started_at >= ?::timestamptz",
      params: [filter.from],
    })
  }
  if (filter.to) {
    clauses.push({
      sql: "touch.started_at < ?::timestamptz",
      params: [filter.to],
    })
  }
  if (filter.website_id !== undefined) {
    clauses.push({ sql: "touch.website_id = ?", params: [filter.website_id] })
  }
  if (filter.touch_ids || filter.order_ids) {
    clauses.push({
      sql: `(touch.id = ANY(${JSON_LIST}) OR touch.order_id = ANY(${JSON_LIST}))`,
      params: [filter.touch_ids, filter.order_ids].map((ids) =>
        JSON.stringify(ids ?? [])
      ),
    })
  }
  return {
    sql: clauses.map((clause) => clause.sql).join(" AND "),
    params: clauses.flatMap((clause) => clause.params),
  }
}
