import type { SqlStatement } from "../types"
import { reattributeCte } from "./apply-resolutions"
import { touchFilterClause, type TouchFilter } from "./unresolved-tuples"

/** Takes back what the rules resolved since an instant; manual choices stay. */
export function unresolveSinceSql(
  filter: TouchFilter,
  since: Date
): SqlStatement {
  const where = touchFilterClause(filter)
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = NULL, ad_set_id = NULL, ad_id = NULL, is_resolved = false,
               resolution_method = NULL, unresolved_reason = NULL, resolved_at = NULL,
               updated_at = now()
         WHERE touch.resolved_at >= ?::timestamptz AND touch.resolution_method <> 'manual'
           AND touch.deleted_at IS NULL AND ${where.sql}
        RETURNING touch.*
      ),
      ${reattributeCte("written")}
      SELECT (SELECT COUNT(*) FROM reattributed)::int AS conversions, COUNT(*)::int AS touches
        FROM written`,
    params: [since.toISOString(), ...where.params],
  }
}
