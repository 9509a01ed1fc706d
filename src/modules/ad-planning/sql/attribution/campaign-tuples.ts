import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { resolutionKey } from "../fragments/resolution-key"

/**
 * The distinct questions "which campaign is this?" among one page of the touches of
 * these campaigns, with the touches that ask each. What a person chose is not asked.
 *
 * @param since - only touches that got their answer at this moment or later; null = all
 * @param limit - touches, not questions
 */
export function campaignTuplesSql(
  campaignIds: string[],
  since: string | null,
  afterId: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      WITH page AS (
        SELECT touch.*
          FROM campaign_attribution touch
         WHERE touch.ad_campaign_id = ANY(${JSON_LIST})
           AND touch.claims_campaign AND touch.deleted_at IS NULL
           AND touch.resolution_method IS DISTINCT FROM 'manual' AND touch.id > ?
           AND (?::timestamptz IS NULL OR touch.resolved_at >= ?::timestamptz)
         ORDER BY touch.id
         LIMIT ?
      )
      SELECT ${resolutionKey("page")} AS resolution_key, MAX(page.started_at) AS started_at,
             jsonb_agg(page.id) AS touch_ids, (SELECT MAX(id) FROM page) AS last_id
        FROM page
       GROUP BY 1`,
    params: [JSON.stringify(campaignIds), afterId, since, since, limit],
  }
}
