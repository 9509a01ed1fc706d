import type { SqlStatement } from "../../types"
import {
  type EraseScope,
  isTheirs,
  theirsParams,
} from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** Deletes what browsers of those who are erased, or of their orders, claimed. */
export function eraseClaimsSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_purchase_claim
       WHERE deleted_at IS NULL
         AND (visitor_id = ANY(${JSON_LIST})
           OR order_id = ANY(ARRAY(
                SELECT order_id FROM conversion
                 WHERE order_id IS NOT NULL AND deleted_at IS NULL AND ${isTheirs("conversion")})))
      RETURNING id`,
    params: [jsonList(scope.visitor_ids), ...theirsParams(scope)],
  }
}
