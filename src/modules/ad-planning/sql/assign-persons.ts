import type { SqlStatement } from "../types"
import { JSON_LIST } from "./fragments/json-list"

export interface PersonScope {
  order_ids?: string[]
  email_hashes?: string[]
  customer_ids?: string[]
  conversion_ids?: string[]
}

/**
 * Gives the purchases and leads in scope their person: by the e-mail, else by the
 * customer. Where an identifier has several persons, the earliest link counts.
 *
 * @returns the buyer keys whose first purchase may have changed: the former and
 * the new ones of every purchase in scope
 */
export function assignPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH named AS (
        SELECT id, person_id AS former_person_id, email_hash, customer_id, conversion_type
          FROM conversion
         WHERE conversion_type IN ('purchase', 'lead_form_submission') AND deleted_at IS NULL
           AND (order_id = ANY(${JSON_LIST}) OR email_hash = ANY(${JSON_LIST})
                OR customer_id = ANY(${JSON_LIST}) OR id = ANY(${JSON_LIST}))
      ),
      assigned AS (
        SELECT named.id, named.former_person_id, named.email_hash, named.conversion_type, (
                 SELECT link.person_id
                   FROM ad_planning_identity_link link
                  WHERE link.revoked_at IS NULL AND link.deleted_at IS NULL
                    AND ((link.kind = 'email' AND link.value = named.email_hash)
                      OR (link.kind = 'customer' AND link.value = named.customer_id))
                  ORDER BY link.kind = 'email' DESC, link.valid_from, link.person_id
                  LIMIT 1) AS person_id
          FROM named
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
       WHERE buyer_key IS NOT NULL AND conversion_type = 'purchase'`,
    params: [
      scope.order_ids,
      scope.email_hashes,
      scope.customer_ids,
      scope.conversion_ids,
    ].map((ids) => JSON.stringify(ids ?? [])),
  }
}
