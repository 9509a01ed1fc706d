import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"

/** Removes sources that turned out to be no touch; a manual choice stays. */
export function deleteTouchesSql(touchKeys: string[]): SqlStatement {
  return {
    sql: `
      DELETE FROM campaign_attribution
       WHERE touch_key = ANY(${JSON_LIST})
         AND resolution_method IS DISTINCT FROM 'manual'
      RETURNING id`,
    params: [JSON.stringify(touchKeys)],
  }
}
