import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { MANUAL_TOUCH } from "../fragments/manual-touch"

/** What the host's sessions of these touches should say of their campaign. */
export function sessionResolutionsSql(touchIds: string[]): SqlStatement {
  return {
    sql: `
      SELECT analytics_session_id AS id, ad_campaign_id, is_resolved AS attribution_resolved
        FROM campaign_attribution
       WHERE id = ANY(${JSON_LIST}) AND analytics_session_id IS NOT NULL AND deleted_at IS NULL`,
    params: [JSON.stringify(touchIds)],
  }
}

const LEAD = "lead:"

/**
 * What the host's leads should say of their campaign: a person's choice for the lead,
 * else the campaign of the touch it carries.
 *
 * @param touchIds - touches that leads carry
 * @param keys - leads by their conversion's key; other conversions are left out
 */
export function leadResolutionsSql(
  touchIds: string[],
  keys: string[]
): SqlStatement {
  return {
    sql: `
      WITH lead AS (
        SELECT touch_key AS key FROM campaign_attribution
         WHERE id = ANY(${JSON_LIST}) AND touch_key LIKE '${LEAD}%' AND deleted_at IS NULL
        UNION
        SELECT key FROM jsonb_array_elements_text(?::jsonb) key WHERE key LIKE '${LEAD}%'
      )
      SELECT substr(key, ${LEAD.length + 1}) AS id,
             COALESCE(choice.ad_campaign_id, own.ad_campaign_id) AS resolved_campaign_id
        FROM lead
        LEFT JOIN campaign_attribution own ON own.touch_key = key AND own.deleted_at IS NULL
        LEFT JOIN campaign_attribution choice
          ON choice.touch_key = '${MANUAL_TOUCH}' || key AND choice.deleted_at IS NULL`,
    params: [JSON.stringify(touchIds), JSON.stringify(keys)],
  }
}
