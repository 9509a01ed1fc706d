import type { SqlStatement } from "../types"
import { type AppliedResolution, reattributeCte } from "./apply-resolutions"
import { JSON_LIST } from "./fragments/json-list"

/**
 * Takes back what `applyResolutionsSql` wrote: the touches are unresolved again,
 * for the reason they were before. A choice that a person made since stays.
 */
export function undoResolutionsSql(applied: AppliedResolution): SqlStatement {
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = NULL, ad_set_id = NULL, ad_id = NULL, is_resolved = false,
               resolution_method = NULL, unresolved_reason = ?, resolved_at = NULL,
               updated_at = now()
         WHERE touch.id = ANY(${JSON_LIST}) AND touch.deleted_at IS NULL
           AND touch.resolution_method IS DISTINCT FROM 'manual'
        RETURNING touch.*
      ),
      ${reattributeCte("written")}
      SELECT (SELECT COUNT(*) FROM reattributed)::int AS conversions, COUNT(*)::int AS touches
        FROM written`,
    params: [applied.former_reason, JSON.stringify(applied.touch_ids)],
  }
}
