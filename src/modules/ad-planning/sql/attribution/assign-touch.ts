import type { AttributionCause, SqlStatement } from "../../types"
import { movedCtes } from "./apply-resolutions"

export interface ManualAssignment {
  ad_campaign_id: string
  ad_set_id: string | null
  ad_id: string | null
}

/** A person's choice for one touch; nothing but another one overwrites it. */
export function assignTouchSql(
  touchId: string,
  choice: ManualAssignment,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = ?, ad_set_id = ?, ad_id = ?, is_resolved = true,
               resolution_method = 'manual', unresolved_reason = NULL,
               resolved_at = now(), updated_at = now()
         WHERE touch.id = ? AND touch.deleted_at IS NULL
        RETURNING touch.*
      ),
      ${moved.sql}
      SELECT (SELECT COUNT(*) FROM moved)::int AS conversions FROM written`,
    params: [
      choice.ad_campaign_id,
      choice.ad_set_id,
      choice.ad_id,
      touchId,
      ...moved.params,
    ],
  }
}

/** Takes a touch's campaign away, so that the rules may be asked again. */
export function clearResolutionSql(
  touchId: string,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = NULL, ad_set_id = NULL, ad_id = NULL, is_resolved = false,
               resolution_method = NULL, resolved_at = NULL,
               unresolved_reason = CASE WHEN NOT touch.claims_campaign THEN 'not_claimed' END,
               updated_at = now()
         WHERE touch.id = ? AND touch.deleted_at IS NULL
        RETURNING touch.*
      ),
      ${moved.sql}
      SELECT (SELECT COUNT(*) FROM moved)::int AS conversions FROM written`,
    params: [touchId, ...moved.params],
  }
}
