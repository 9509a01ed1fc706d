import type { AttributionCause, SqlStatement } from "../../types"
import { type AppliedResolution, movedCtes } from "./apply-resolutions"
import { JSON_LIST } from "../fragments/json-list"

/**
 * Takes back what `applyResolutionsSql` wrote: the touches are unresolved again,
 * for the reason they were before. A choice that a person made since stays.
 */
export function undoResolutionsSql(
  applied: AppliedResolution,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
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
      ${moved.sql}
      SELECT (SELECT COUNT(*) FROM moved)::int AS conversions, COUNT(*)::int AS touches
        FROM written`,
    params: [
      applied.former_reason,
      JSON.stringify(applied.touch_ids),
      ...moved.params,
    ],
  }
}
