import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { resolutionKey } from "../fragments/resolution-key"

/** Which touches; times are ISO 8601 text. No field means all of them. */
export interface TouchFilter {
  from?: string
  to?: string
  website_id?: string
  /** Touches named by their own id or by the order that stamped them. */
  touch_ids?: string[]
  order_ids?: string[]
}

/** After which touch a page begins. */
export interface TouchCursor {
  /** "" for a touch without one. */
  utm_campaign: string
  id: string
}

/** The first page's. */
export const FIRST_TOUCH: TouchCursor = { utm_campaign: "", id: "" }

// As in the index of the work list.
const CAMPAIGN_NAME = "COALESCE(touch.utm_campaign, '')"

/**
 * The distinct questions "which campaign is this?" among one page of the touches
 * that claim a campaign and have none, with the touches that ask each. Touches of
 * one utm value lie together, so that few are asked about twice. Touches that a
 * person assigned are never among them. `last_*` is the page's last touch.
 *
 * @param limit - touches, not questions
 */
export function unresolvedTuplesSql(
  filter: TouchFilter,
  after: TouchCursor,
  limit: number
): SqlStatement {
  const where = touchFilterClause(filter)
  return {
    sql: `
      WITH page AS (
        SELECT touch.*, ${CAMPAIGN_NAME} AS campaign_name
          FROM campaign_attribution touch
         WHERE touch.is_resolved = false AND touch.claims_campaign AND touch.deleted_at IS NULL
           AND ${where.sql}
           AND (${CAMPAIGN_NAME}, touch.id) > (?, ?)
         ORDER BY ${CAMPAIGN_NAME}, touch.id
         LIMIT ?
      )
      SELECT ${resolutionKey("page")} AS resolution_key,
             MAX(page.started_at) AS started_at, jsonb_agg(page.id) AS touch_ids,
             last.campaign_name AS last_campaign, last.id AS last_id
        FROM page
       CROSS JOIN (SELECT campaign_name, id FROM page
                    ORDER BY campaign_name DESC, id DESC LIMIT 1) last
       GROUP BY 1, last.campaign_name, last.id`,
    params: [...where.params, after.utm_campaign, after.id, limit],
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
