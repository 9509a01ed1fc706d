import type { SqlStatement } from "../types"
import { touchFilterClause, type TouchFilter } from "./unresolved-tuples"

/** What the host's sessions should say of their campaign, one page by id. */
export function sessionResolutionsSql(
  filter: TouchFilter,
  afterId: string,
  limit: number
): SqlStatement {
  const where = touchFilterClause(filter)
  return {
    sql: `
      SELECT touch.analytics_session_id AS id, touch.ad_campaign_id,
             touch.is_resolved AS attribution_resolved
        FROM campaign_attribution touch
       WHERE touch.analytics_session_id > ? AND touch.deleted_at IS NULL AND ${where.sql}
       ORDER BY touch.analytics_session_id
       LIMIT ?`,
    params: [afterId, ...where.params, limit],
  }
}
