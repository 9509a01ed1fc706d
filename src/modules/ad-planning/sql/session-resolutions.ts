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
