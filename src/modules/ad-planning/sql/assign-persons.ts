import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"

export interface PersonScope {
  order_ids?: string[]
  email_hashes?: string[]
  customer_ids?: string[]
}

/**
 * Gives the purchases in scope their person: by the e-mail, else by the
 * customer. Where an identifier has several persons, the earliest link counts.
 *
 * @returns the buyer keys whose first purchase may have changed: the former and
 * the new ones of every purchase in scope
 */
export function assignPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH purchase AS (
        SELECT id, person_id AS former_person_id, email_hash, customer_id
          FROM conversion
         WHERE conversion_type = 'purchase' AND deleted_at IS NULL
           AND (order_id = ANY(${JSON_LIST}) OR email_hash = ANY(${JSON_LIST}) OR customer_id = ANY(${JSON_LIST}))
      ),
      assigned AS (
        SELECT purchase.id, purchase.former_person_id, purchase.email_hash, (
                 SELECT link.person_id
                   FROM ad_planning_identity_link link
                  WHERE link.revoked_at IS NULL AND link.deleted_at IS NULL
                    AND ((link.kind = 'email' AND link.value = purchase.email_hash)
                      OR (link.kind = 'customer' AND link.value = purchase.customer_id))
                  ORDER BY link.kind = 'email' DESC, link.valid_from, link.person_id
                  LIMIT 1) AS person_id
          FROM purchase
      ),
      changed AS (
        UPDATE conversion
           SET person_id = assigned.person_id, updated_at = now()
          FROM assigned
         WHERE conversion.id = assigned.id
           AND conversion.person_id IS DISTINCT FROM assigned.person_id
      )
      SELECT DISTINCT buyer_key
        FROM assigned,
             unnest(ARRAY[COALESCE(person_id, email_hash),
                          COALESCE(former_person_id, email_hash)]) AS buyer_key
       WHERE buyer_key IS NOT NULL`,
    params: [scope.order_ids, scope.email_hashes, scope.customer_ids].map(
      (ids) => JSON.stringify(ids ?? [])
    ),
  }
}
