import type { AttributionCause, SqlStatement } from "../../types"
import { type AskedResolution, movedCtes } from "./apply-resolutions"

const ANSWER = [
  "ad_campaign_id",
  "ad_set_id",
  "ad_id",
  "resolution_method",
  "unresolved_reason",
] as const

/** What reapplying changed, as one row. */
export interface ReappliedResolutions {
  touch_ids: string[]
  /** What these touches said before, for `restoreResolutionsSql`. */
  former: string
}

/**
 * Gives touches the answers that the rules have now, also where they had others, and re-attributes the conversions that have one of them as last touch.
 * Only touches whose answer differs are written, and never what a person chose.
 */
export function reapplyResolutionsSql(
  resolutions: AskedResolution[],
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  const of = (alias: string) =>
    ANSWER.map((column) => `${alias}.${column}`).join(", ")
  return {
    sql: `
      WITH answer AS (
        -- Not with its list: that would be written once for each touch in it.
        SELECT ${of("answer")}, touch_id
          FROM jsonb_to_recordset(?::jsonb) AS answer(
                 touch_ids jsonb, ${ANSWER.map((column) => `${column} text`).join(", ")})
         CROSS JOIN LATERAL jsonb_array_elements_text(answer.touch_ids) AS touch_id
      ),
      asked AS (
        SELECT touch.id, ${of("answer")}, jsonb_build_array(${of("touch")}) AS former_answer,
               touch.resolved_at AS former_resolved_at
          FROM campaign_attribution touch
          JOIN answer ON answer.touch_id = touch.id
         -- An array, so that they are looked up by key, however many the planner expects.
         WHERE touch.id = ANY(ARRAY(SELECT touch_id FROM answer))
           AND touch.claims_campaign AND touch.deleted_at IS NULL
           -- A person may have chosen since it was asked.
           AND touch.resolution_method IS DISTINCT FROM 'manual'
           AND (${of("touch")}) IS DISTINCT FROM (${of("answer")})
         ORDER BY touch.id
           FOR UPDATE OF touch
      ),
      written AS (
        UPDATE campaign_attribution touch
           SET ${ANSWER.map((column) => `${column} = asked.${column}`).join(", ")},
               is_resolved = asked.ad_campaign_id IS NOT NULL,
               resolved_at = CASE WHEN asked.ad_campaign_id IS NOT NULL THEN now() END,
               updated_at = now()
          FROM asked
         WHERE touch.id = asked.id
        RETURNING touch.*, asked.former_answer, asked.former_resolved_at
      ),
      ${moved.sql},
      per_answer AS (
        SELECT former_answer, jsonb_agg(jsonb_build_array(id, former_resolved_at)) AS touches
          FROM written
         GROUP BY 1
      )
      SELECT (SELECT COALESCE(jsonb_agg(id), '[]') FROM written) AS touch_ids,
             (SELECT COALESCE(jsonb_agg(per_answer), '[]')::text FROM per_answer) AS former`,
    params: [JSON.stringify(resolutions), ...moved.params],
  }
}

/**
 * Puts back what touches said before they were asked again; a choice that a person
 * made since stays.
 *
 * @returns the touches that changed
 */
export function restoreResolutionsSql(
  former: string,
  cause: AttributionCause
): SqlStatement {
  const moved = movedCtes("written", cause)
  return {
    sql: `
      WITH former_touch AS (
        SELECT pair ->> 0 AS id, (pair ->> 1)::timestamptz AS resolved_at,
               ${ANSWER.map((column, index) => `former_answer ->> ${index} AS ${column}`).join(", ")}
          FROM jsonb_to_recordset(?::jsonb) AS per_answer(former_answer jsonb, touches jsonb),
               jsonb_array_elements(touches) pair
      ),
      written AS (
        UPDATE campaign_attribution touch
           SET ${ANSWER.map((column) => `${column} = former_touch.${column}`).join(", ")},
               is_resolved = former_touch.ad_campaign_id IS NOT NULL,
               resolved_at = former_touch.resolved_at, updated_at = now()
          FROM former_touch
         WHERE touch.id = former_touch.id AND touch.deleted_at IS NULL
           AND touch.resolution_method IS DISTINCT FROM 'manual'
        RETURNING touch.*
      ),
      ${moved.sql}
      SELECT id FROM written`,
    params: [former, ...moved.params],
  }
}
