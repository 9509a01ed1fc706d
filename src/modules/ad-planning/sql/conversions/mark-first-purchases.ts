import type { SqlStatement } from "../../types"
import { BUYER_KEY } from "../fragments/buyer-key"
import { JSON_LIST } from "../fragments/json-list"

/**
 * Marks each buyer's first uncancelled order above 0 in the whole known
 * history, and unmarks the others. A buyer is the person, or the e-mail where
 * the store keeps no persons.
 *
 * @returns the purchases that changed
 */
export function markFirstPurchasesSql(buyerKeys: string[]): SqlStatement {
  return {
    sql: `
      WITH ranked AS (
        SELECT id,
               canceled_at IS NULL AND conversion_value > 0
               AND ROW_NUMBER() OVER (
                 PARTITION BY ${BUYER_KEY}, canceled_at IS NULL AND conversion_value > 0
                 ORDER BY converted_at, order_id) = 1 AS is_first
          FROM conversion
         WHERE conversion_type = 'purchase' AND deleted_at IS NULL
           AND ${BUYER_KEY} = ANY(${JSON_LIST})
      )
      UPDATE conversion
         SET is_first_purchase = ranked.is_first, updated_at = now()
        FROM ranked
       WHERE conversion.id = ranked.id
         AND conversion.is_first_purchase <> ranked.is_first
      RETURNING conversion.id`,
    params: [JSON.stringify(buyerKeys)],
  }
}
