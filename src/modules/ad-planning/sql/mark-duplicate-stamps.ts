import type { SqlStatement } from "../types"
import { type AttributionScope, scopeParams } from "./attribute-conversions"
import { JSON_LIST } from "./fragments/json-list"

/**
 * An order's stamp that repeats a session of its visitor in the lookback is that
 * session's touch, not a second one: same click id, or same utm values with no
 * click id that differs. Recomputed whenever a session or an order in scope
 * arrives, so that the order in which they do does not matter.
 */
export function markDuplicateStampsSql(
  scope: AttributionScope,
  lookbackHours: number
): SqlStatement {
  return {
    sql: `
      WITH stamp AS (
        SELECT stamp.id, stamp.is_duplicate, EXISTS (
                 SELECT 1 FROM campaign_attribution session
                  WHERE session.source = 'session' AND session.deleted_at IS NULL
                    AND (session.visitor_id = stamp.visitor_id
                      OR session.session_id = conversion.session_id)
                    AND session.started_at <= conversion.converted_at
                    AND session.started_at >= conversion.converted_at - make_interval(hours => ?)
                    AND ((stamp.click_ids <> '{}' AND session.click_ids @> stamp.click_ids)
                      OR ((stamp.click_ids = '{}' OR session.click_ids = '{}')
                          AND COALESCE(stamp.utm_source, stamp.utm_medium, stamp.utm_campaign) IS NOT NULL
                          AND (stamp.utm_source, stamp.utm_medium, stamp.utm_campaign)
                              IS NOT DISTINCT FROM
                              (session.utm_source, session.utm_medium, session.utm_campaign)))
               ) AS repeats_session
          FROM campaign_attribution stamp
          JOIN conversion ON conversion.order_id = stamp.order_id
                         AND conversion.conversion_type = 'purchase'
         WHERE stamp.source = 'order' AND stamp.deleted_at IS NULL
           AND (conversion.visitor_id = ANY(${JSON_LIST}) OR conversion.session_id = ANY(${JSON_LIST})
                OR conversion.order_id = ANY(${JSON_LIST}))
      )
      UPDATE campaign_attribution touch
         SET is_duplicate = stamp.repeats_session, updated_at = now()
        FROM stamp
       WHERE touch.id = stamp.id AND touch.is_duplicate <> stamp.repeats_session`,
    params: [lookbackHours, ...scopeParams(scope)],
  }
}
