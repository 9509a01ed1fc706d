import type { SqlStatement } from "../../types"
import { type AttributionScope, scopeParams } from "./attribute-conversions"
import { JSON_LIST } from "../fragments/json-list"

const UTM_OF = (touch: string) =>
  `${touch}.utm_source, ${touch}.utm_medium, ${touch}.utm_campaign, ${touch}.utm_id`

/**
 * An order's stamp that repeats a session of its visitor in the lookback is that
 * session's touch, not a second one: same click id, or same utm values with no
 * click id that differs, or where neither has any of both the same referrer. Recomputed whenever a session or an order in scope
 * arrives, so that the order in which they do does not matter.
 */
export function markDuplicateStampsSql(
  scope: AttributionScope,
  lookbackHours: number
): SqlStatement {
  return {
    sql: `
      WITH affected AS (
        SELECT order_id, visitor_id, session_id, converted_at
          FROM conversion
         WHERE conversion_type = 'purchase' AND deleted_at IS NULL
           AND (visitor_id = ANY(${JSON_LIST}) OR session_id = ANY(${JSON_LIST})
                OR order_id = ANY(${JSON_LIST}))
      ),
      stamp AS (
        SELECT stamp.id, EXISTS (
                 SELECT 1
                   FROM (
                     SELECT * FROM campaign_attribution WHERE visitor_id = affected.visitor_id
                     UNION ALL
                     SELECT * FROM campaign_attribution WHERE session_id = affected.session_id
                   ) session
                  WHERE session.source = 'session' AND session.deleted_at IS NULL
                    AND session.started_at <= affected.converted_at
                    AND session.started_at >= affected.converted_at - make_interval(hours => ?)
                    AND ((stamp.click_ids <> '{}' AND session.click_ids @> stamp.click_ids)
                      OR ((stamp.click_ids = '{}' OR session.click_ids = '{}')
                          AND COALESCE(stamp.utm_source, stamp.utm_medium, stamp.utm_campaign) IS NOT NULL
                          AND (stamp.utm_source, stamp.utm_medium, stamp.utm_campaign)
                              IS NOT DISTINCT FROM
                              (session.utm_source, session.utm_medium, session.utm_campaign))
                      OR (stamp.click_ids = '{}' AND session.click_ids = '{}'
                          AND COALESCE(${UTM_OF("stamp")}, ${UTM_OF("session")}) IS NULL
                          AND stamp.referrer = session.referrer))
               ) AS repeats_session
          FROM affected
          JOIN campaign_attribution stamp ON stamp.touch_key = 'order:' || affected.order_id
         WHERE stamp.deleted_at IS NULL
      )
      UPDATE campaign_attribution touch
         SET is_duplicate = stamp.repeats_session, updated_at = now()
        FROM stamp
       WHERE touch.id = stamp.id AND touch.is_duplicate <> stamp.repeats_session`,
    params: [...scopeParams(scope), lookbackHours],
  }
}
