import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"

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

/** What the host's leads that carry these touches should say of their campaign. */
export function leadResolutionsSql(touchIds: string[]): SqlStatement {
  return {
    sql: `
      SELECT substr(touch_key, ${"lead:".length + 1}) AS id, ad_campaign_id AS resolved_campaign_id
        FROM campaign_attribution
       WHERE id = ANY(${JSON_LIST}) AND touch_key LIKE 'lead:%' AND deleted_at IS NULL`,
    params: [JSON.stringify(touchIds)],
  }
}
