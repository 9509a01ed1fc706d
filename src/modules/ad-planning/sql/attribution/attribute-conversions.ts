import type { AttributionCause, PathRules, SqlStatement } from "../../types"
import {
  FORMER_KEY,
  movedColumns,
  recordedChangesCte,
} from "../fragments/attribution-changes"
import { ERASED_TOUCH } from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { lastTouchOf, TOUCH_COPIES } from "../fragments/last-touch-of"

/** Whose conversions are looked at: those that any of these identifiers join. */
export interface AttributionScope {
  visitor_ids?: string[]
  /** The client's session ids. */
  session_ids?: string[]
  order_ids?: string[]
  conversion_ids?: string[]
}

/**
 * Gives conversions their last non-direct touch, and what they copy from it. No
 * touch in the lookback = all NULL. What a touch earned that somebody lost by being
 * erased stays with it.
 */
export function attributeConversionsSql(
  scope: AttributionScope,
  rules: PathRules,
  cause: AttributionCause
): SqlStatement {
  const recorded = recordedChangesCte(cause)
  return {
    sql: `
      WITH affected AS (
        SELECT id, idempotency_key, visitor_id, session_id, converted_at
          FROM conversion
         WHERE deleted_at IS NULL
           AND (visitor_id = ANY(${JSON_LIST}) OR session_id = ANY(${JSON_LIST})
                OR order_id = ANY(${JSON_LIST}) OR id = ANY(${JSON_LIST}))
           -- Erased in an earlier transaction: what it earned stays where it was.
           AND NOT COALESCE(erased_at < now(), false)
           AND NOT EXISTS (
             SELECT 1 FROM campaign_attribution erased
              WHERE erased.id = conversion.attribution_id
                AND erased.touch_key LIKE '${ERASED_TOUCH}%')
      ),
      last_touch AS (
        SELECT affected.id AS conversion_id, touch.*
          FROM affected
          LEFT JOIN LATERAL (
            ${lastTouchOf("affected", rules)}
          ) touch ON true
      ),
      -- Locked, so that what another transaction changes meanwhile is seen.
      changing AS (
        SELECT last_touch.*, ${FORMER_KEY}
          FROM last_touch
          JOIN conversion ON conversion.id = last_touch.conversion_id
         WHERE (conversion.attribution_id, conversion.analytics_session_id,
                ${TOUCH_COPIES.map((column) => `conversion.${column}`).join(", ")})
               IS DISTINCT FROM
               (last_touch.id, last_touch.analytics_session_id,
                ${TOUCH_COPIES.map((column) => `last_touch.${column}`).join(", ")})
           FOR UPDATE OF conversion
      ),
      moved AS (
        UPDATE conversion
           SET attribution_id = changing.id,
               analytics_session_id = changing.analytics_session_id,
               ${TOUCH_COPIES.map((column) => `${column} = changing.${column}`).join(", ")},
               updated_at = now()
          FROM changing
         WHERE conversion.id = changing.conversion_id
        RETURNING ${movedColumns("changing")}
      ),
      ${recorded.sql}
      SELECT id FROM moved`,
    params: [
      ...scopeParams(scope),
      JSON.stringify(scope.conversion_ids ?? []),
      rules.lookback_hours,
      ...recorded.params,
    ],
  }
}

/** Visitor, session and order ids, each as one JSON list. */
export function scopeParams(scope: AttributionScope): string[] {
  return [scope.visitor_ids, scope.session_ids, scope.order_ids].map((ids) =>
    JSON.stringify(ids ?? [])
  )
}
