import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/**
 * Removes sources that turned out to be no touch; a manual choice stays, unless
 * `withManual` says otherwise.
 */
export function deleteTouchesSql(
  touchKeys: string[],
  { withManual = false } = {}
): SqlStatement {
  return {
    sql: `
      DELETE FROM campaign_attribution
       WHERE touch_key = ANY(${JSON_LIST})
         ${withManual ? "" : "AND resolution_method IS DISTINCT FROM 'manual'"}
      RETURNING id, visitor_id, session_id, analytics_session_id`,
    params: [JSON.stringify(touchKeys)],
  }
}

/** These touches, and what joins them to conversions. */
export function touchIdentifiersSql(touchKeys: string[]): SqlStatement {
  return {
    sql: `
      SELECT id, visitor_id, session_id FROM campaign_attribution
       WHERE touch_key = ANY(${JSON_LIST})`,
    params: [JSON.stringify(touchKeys)],
  }
}
