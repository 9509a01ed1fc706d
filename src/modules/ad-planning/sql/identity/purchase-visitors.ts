import type { SqlStatement } from "../../types"
import {
  type EraseScope,
  isTheirs,
  theirsParams,
} from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"

export interface PurchaseScope {
  order_ids?: string[]
  conversion_ids?: string[]
}

/** The visitors whom purchases are of, each once. */
export function purchaseVisitorsSql(scope: PurchaseScope): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT visitor_id
        FROM conversion
       WHERE conversion_type = 'purchase' AND visitor_id IS NOT NULL AND deleted_at IS NULL
         AND (order_id = ANY(${JSON_LIST}) OR id = ANY(${JSON_LIST}))`,
    params: [scope.order_ids, scope.conversion_ids].map((ids) =>
      JSON.stringify(ids ?? [])
    ),
  }
}

/** The visitors whom the purchases of those who are erased are of. */
export function erasedPurchaseVisitorsSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT visitor_id
        FROM conversion
       WHERE conversion_type = 'purchase' AND visitor_id IS NOT NULL AND deleted_at IS NULL
         AND ${isTheirs("conversion")}`,
    params: theirsParams(scope),
  }
}
