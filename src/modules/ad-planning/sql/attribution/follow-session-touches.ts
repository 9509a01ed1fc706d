import type { SqlStatement } from "../../types"
import { journeyChannel } from "../fragments/journey-channel"
import { JSON_LIST } from "../fragments/json-list"

/** Whose sessions' touches changed: the client's session ids, or touches. */
export interface SessionScope {
  session_ids?: string[]
  touch_ids?: string[]
}

/**
 * Gives what happened in some sessions the channel and campaign of the session's
 * touch, or takes them away with it.
 *
 * @returns the rows that changed
 */
export function followSessionTouchesSql({
  session_ids = [],
  touch_ids = [],
}: SessionScope): SqlStatement {
  return {
    sql: `
      WITH session AS (
        SELECT jsonb_array_elements_text(?::jsonb) AS session_id
        UNION
        SELECT session_id FROM campaign_attribution
         WHERE id = ANY(${JSON_LIST}) AND source = 'session' AND session_id IS NOT NULL
      ),
      seen AS (
        SELECT session.session_id, touch.ad_campaign_id, ${journeyChannel("touch")} AS channel
          FROM session
          LEFT JOIN campaign_attribution touch
            ON touch.touch_key = 'session:' || session.session_id AND touch.deleted_at IS NULL
      )
      UPDATE customer_journey journey
         SET channel = seen.channel, ad_campaign_id = seen.ad_campaign_id, updated_at = now()
        FROM seen
       WHERE journey.session_id = seen.session_id AND journey.source_type = 'analytics_event'
         AND journey.deleted_at IS NULL
         AND (journey.channel, journey.ad_campaign_id)
             IS DISTINCT FROM (seen.channel, seen.ad_campaign_id)
      RETURNING journey.id`,
    params: [JSON.stringify(session_ids), JSON.stringify(touch_ids)],
  }
}
