import type { AliasKind, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { resolutionKey } from "../fragments/resolution-key"

/** Touches that carry one of these utm values, as they were written. */
export interface ValueScope {
  kind: AliasKind
  values: string[]
  /** "" = of every website. */
  website_id: string
}

/** One page of the distinct values of a utm parameter, as they were written. */
export function utmValuesSql(
  kind: AliasKind,
  afterValue: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ${kind} AS value FROM campaign_attribution
       WHERE ${kind} > ? AND claims_campaign AND deleted_at IS NULL
       ORDER BY 1
       LIMIT ?`,
    params: [afterValue, limit],
  }
}

/**
 * The distinct questions "which campaign is this?" among one page of the touches of a
 * value, whether they have an answer or not, with the touches that ask each. What a
 * person chose is not asked. `last_id` is the page's last touch.
 *
 * @param limit - touches, not questions
 */
export function valueTuplesSql(
  { kind, values, website_id }: ValueScope,
  afterId: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      WITH page AS (
        SELECT touch.*
          FROM campaign_attribution touch
         WHERE touch.${kind} = ANY(${JSON_LIST}) AND (? = '' OR touch.website_id = ?)
           AND touch.claims_campaign AND touch.deleted_at IS NULL
           AND touch.resolution_method IS DISTINCT FROM 'manual' AND touch.id > ?
         ORDER BY touch.id
         LIMIT ?
      )
      SELECT ${resolutionKey("page")} AS resolution_key, MAX(page.started_at) AS started_at,
             jsonb_agg(page.id) AS touch_ids, (SELECT MAX(id) FROM page) AS last_id
        FROM page
       GROUP BY 1`,
    params: [JSON.stringify(values), website_id, website_id, afterId, limit],
  }
}

/**
 * How many touches of these campaigns an alias explains, by the values it may be
 * named after.
 */
export function aliasTouchesSql(campaignIds: string[]): SqlStatement {
  return {
    sql: `
      SELECT ad_campaign_id, website_id, utm_campaign, utm_id, COUNT(*)::int AS touches
        FROM campaign_attribution
       WHERE ad_campaign_id = ANY(${JSON_LIST}) AND resolution_method = 'alias'
         AND NOT is_duplicate AND deleted_at IS NULL
       GROUP BY 1, 2, 3, 4`,
    params: [JSON.stringify(campaignIds)],
  }
}
