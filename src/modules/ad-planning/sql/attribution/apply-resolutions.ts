import type { AttributionCause, Resolution, SqlStatement } from "../../types"
import {
  FORMER_KEY,
  movedColumns,
  recordedChangesCte,
} from "../fragments/attribution-changes"
import { TOUCH_COPIES } from "../fragments/last-touch-of"

/** An answer, and the touches that asked for it. */
export interface AskedResolution extends Resolution {
  touch_ids: string[]
}

/** Touches that got the same answer and had the same one before. */
export interface AppliedResolution {
  method: Resolution["resolution_method"]
  former_reason: Resolution["unresolved_reason"]
  touch_ids: string[]
}

/**
 * Writes the answers to `unresolvedTuplesSql` to the touches that asked, and
 * re-attributes the conversions that have one of them as last touch.
 *
 * @returns the touches that changed, as `AppliedResolution`s
 */
export function applyResolutionsSql(
  resolutions: AskedResolution[],
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH answer AS (
        -- Not with its list: that would be written once for each touch in it.
        SELECT answer.ad_campaign_id, answer.ad_set_id, answer.ad_id, answer.resolution_method,
               answer.unresolved_reason, touch_id
          FROM jsonb_to_recordset(?::jsonb) AS answer(
                 touch_ids jsonb, ad_campaign_id text, ad_set_id text, ad_id text,
                 resolution_method text, unresolved_reason text)
         CROSS JOIN LATERAL jsonb_array_elements_text(answer.touch_ids) AS touch_id
      ),
      asked AS (
        SELECT touch.id, touch.unresolved_reason AS former_reason, answer.*
          FROM campaign_attribution touch
          JOIN answer ON answer.touch_id = touch.id
         -- An array, so that they are looked up by key, however many the planner expects.
         WHERE touch.id = ANY(ARRAY(SELECT touch_id FROM answer))
           AND touch.is_resolved = false AND touch.claims_campaign AND touch.deleted_at IS NULL
           AND (touch.unresolved_reason, answer.ad_campaign_id)
               IS DISTINCT FROM (answer.unresolved_reason, NULL)
      ),
      written AS (
        UPDATE campaign_attribution touch
           SET ad_campaign_id = asked.ad_campaign_id, ad_set_id = asked.ad_set_id,
               ad_id = asked.ad_id, resolution_method = asked.resolution_method,
               unresolved_reason = asked.unresolved_reason,
               is_resolved = asked.ad_campaign_id IS NOT NULL,
               resolved_at = CASE WHEN asked.ad_campaign_id IS NOT NULL THEN now() END,
               updated_at = now()
          FROM asked
         -- A person may have chosen since it was asked.
         WHERE touch.id = asked.id AND touch.is_resolved = false
        RETURNING touch.*, asked.former_reason
      ),
      ${moved.sql}
      SELECT resolution_method AS method, former_reason, jsonb_agg(id) AS touch_ids
        FROM written
       GROUP BY 1, 2`,
    params: [JSON.stringify(resolutions), ...moved.params],
  }
}

/**
 * CTEs that copy changed touches to the conversions that have one as last touch, as
 * `moved`, and note which count for another campaign now.
 */
export function movedCtes(
  touches: string,
  cause: AttributionCause
): SqlStatement {
  const recorded = recordedChangesCte(cause)
  return {
    sql: `
      -- Locked, so that what another transaction changes meanwhile is seen.
      former AS (
        SELECT conversion.id AS conversion_id, ${FORMER_KEY}, ${TOUCH_COPIES.map((column) => `touch.${column}`).join(", ")}
          FROM ${touches} touch
          JOIN conversion ON conversion.attribution_id = touch.id
         WHERE conversion.deleted_at IS NULL
           FOR UPDATE OF conversion
      ),
      moved AS (
        UPDATE conversion
           SET ${TOUCH_COPIES.map((column) => `${column} = former.${column}`).join(", ")}, updated_at = now()
          FROM former
         WHERE conversion.id = former.conversion_id
        RETURNING ${movedColumns("former")}
      ),
      ${recorded.sql}`,
    params: recorded.params,
  }
}
