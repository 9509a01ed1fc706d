import type { SqlStatement } from "../../types"

/**
 * The touches of a conversion's visitor and session, and what it carries itself,
 * whenever they were: newest first.
 *
 * @param limit - rows at most
 */
export function nearbyTouchesSql(
  conversionId: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT touch.id, touch.touch_key, touch.source, touch.session_id, touch.started_at, touch.confidence, touch.is_duplicate,
             touch.channel_group, touch.ad_campaign_id, touch.referrer, touch.landing_page
        FROM conversion
        JOIN campaign_attribution touch
          ON (touch.source = 'session'
              AND (touch.visitor_id = conversion.visitor_id OR touch.session_id = conversion.session_id))
          OR touch.touch_key = conversion.idempotency_key
       WHERE conversion.id = ? AND touch.deleted_at IS NULL
       ORDER BY touch.started_at DESC, touch.session_id DESC NULLS LAST, touch.touch_key DESC
       LIMIT ?`,
    params: [conversionId, limit],
  }
}
