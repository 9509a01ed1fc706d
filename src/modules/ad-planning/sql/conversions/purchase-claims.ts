import type { PurchaseClaimFact, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** What a claim tells an order that carries no visitor itself. */
export const CLAIMED_COLUMNS = [
  "visitor_id",
  "session_id",
  "website_id",
] as const

/**
 * Notes purchases as the storefront reported them, each once.
 *
 * @returns one row per key that was written or was there before
 */
export function insertPurchaseClaimsSql(
  claims: PurchaseClaimFact[]
): SqlStatement {
  return {
    sql: `
      WITH fact AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS fact(
          claim_key text, order_id text, visitor_id text, session_id text,
          website_id text, claimed_at timestamptz)
      ),
      written AS (
        INSERT INTO ad_planning_purchase_claim
               (id, claim_key, order_id, visitor_id, session_id, website_id, claimed_at)
        SELECT ${newId("apclaim")}, claim_key, order_id, visitor_id, session_id, website_id, claimed_at
          FROM fact
        ON CONFLICT (claim_key) DO NOTHING
        RETURNING id, claim_key
      )
      SELECT id, claim_key AS idempotency_key, true AS is_new FROM written
      UNION ALL
      SELECT claim.id, claim_key, false
        FROM ad_planning_purchase_claim claim
        JOIN (SELECT DISTINCT claim_key FROM fact) known USING (claim_key)`,
    params: [JSON.stringify(claims)],
  }
}

/**
 * The visitor, session and website that an order's first claim with a visitor
 * names, as a lateral join beside `order_id`.
 */
export function firstClaimJoin(orderId: string): string {
  return `
          LEFT JOIN LATERAL (
            SELECT ${CLAIMED_COLUMNS.map((column) => `${column} AS claimed_${column}`).join(", ")}
              FROM ad_planning_purchase_claim
             WHERE order_id = ${orderId} AND visitor_id IS NOT NULL AND deleted_at IS NULL
             ORDER BY claimed_at, claim_key
             LIMIT 1
          ) claim ON true`
}

/**
 * Gives purchases without a visitor the one of their first claim.
 *
 * @returns the orders that changed
 */
export function joinPurchaseClaimsSql(orderIds: string[]): SqlStatement {
  return {
    sql: `
      WITH claimed AS (
        SELECT purchase.id, claim.*
          FROM conversion purchase
          ${firstClaimJoin("purchase.order_id")}
         WHERE purchase.order_id = ANY(${JSON_LIST}) AND purchase.conversion_type = 'purchase'
           AND purchase.visitor_id IS NULL AND purchase.erased_at IS NULL
           AND purchase.deleted_at IS NULL
           AND claim.claimed_visitor_id IS NOT NULL
      )
      UPDATE conversion
         SET ${CLAIMED_COLUMNS.map((column) => `${column} = COALESCE(conversion.${column}, claimed.claimed_${column})`).join(", ")},
             updated_at = now()
        FROM claimed
       WHERE conversion.id = claimed.id
      RETURNING conversion.order_id`,
    params: [JSON.stringify(orderIds)],
  }
}

/** Forgets claims by key, for a compensation. */
export function deletePurchaseClaimsSql(claimKeys: string[]): SqlStatement {
  return {
    sql: `DELETE FROM ad_planning_purchase_claim WHERE claim_key = ANY(${JSON_LIST})`,
    params: [JSON.stringify(claimKeys)],
  }
}

/** Forgets claims older than `before` whose order never came. */
export function pruneUnmetClaimsSql(before: Date, limit: number): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_purchase_claim
       WHERE id IN (
         SELECT claim.id
           FROM ad_planning_purchase_claim claim
          WHERE claim.claimed_at < ?::timestamptz
            AND NOT EXISTS (SELECT 1 FROM conversion WHERE conversion.order_id = claim.order_id)
          LIMIT ?)
      RETURNING id`,
    params: [before.toISOString(), limit],
  }
}
