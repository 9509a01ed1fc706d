import type { Resolution, SqlStatement } from "../types"
import { TOUCH_COPIES } from "./attribute-conversions"
import { resolutionKey } from "./fragments/resolution-key"
import { touchFilterClause, type TouchFilter } from "./unresolved-tuples"

export interface KeyedResolution extends Resolution {
  resolution_key: string
}

/**
 * Writes the answers to `unresolvedTuplesSql` to the touches that asked, and
 * re-attributes the conversions that have one of them as last touch.
 *
 * @returns how many touches got a campaign, by method, and conversions changed
 */
export function applyResolutionsSql(
  resolutions: KeyedResolution[],
  filter: TouchFilter
): SqlStatement {
  const where = touchFilterClause(filter)
  return {
    sql: `
      WITH answer AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS answer(
          resolution_key text, ad_campaign_id text, ad_set_id text, ad_id text,
          resolution_method text, unresolved_reason text)
      ),
      written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = answer.ad_campaign_id, ad_set_id = answer.ad_set_id,
               ad_id = answer.ad_id, resolution_method = answer.resolution_method,
               unresolved_reason = answer.unresolved_reason,
               is_resolved = answer.ad_campaign_id IS NOT NULL,
               resolved_at = CASE WHEN answer.ad_campaign_id IS NOT NULL THEN now() END,
               updated_at = now()
          FROM answer
         WHERE ${resolutionKey("touch")} = answer.resolution_key
           AND touch.is_resolved = false AND touch.claims_campaign AND touch.deleted_at IS NULL
           AND (touch.unresolved_reason, answer.ad_campaign_id)
               IS DISTINCT FROM (answer.unresolved_reason, NULL)
           AND ${where.sql}
        RETURNING touch.*
      ),
      ${reattributeCte("written")}
      SELECT COALESCE(resolution_method, 'unresolved') AS method, COUNT(*)::int AS touches,
             (SELECT COUNT(*) FROM reattributed)::int AS conversions
        FROM written GROUP BY 1`,
    params: [JSON.stringify(resolutions), ...where.params],
  }
}

/** Copies changed touches to the conversions that have one as last touch. */
export function reattributeCte(touches: string): string {
  return `
      reattributed AS (
        UPDATE conversion
           SET ${TOUCH_COPIES.map((column) => `${column} = touch.${column}`).join(", ")}, updated_at = now()
          FROM ${touches} touch
         WHERE conversion.attribution_id = touch.id AND conversion.deleted_at IS NULL
        RETURNING conversion.id
      )`
}
