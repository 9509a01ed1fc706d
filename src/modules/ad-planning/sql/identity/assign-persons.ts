import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { personOf } from "../fragments/person-of"
import {
  IS_NAMED,
  jsonList,
  keysOf,
  namedParams,
  type PersonScope,
} from "../fragments/person-scope"

/**
 * Gives the conversions in scope their person, as the links have it now.
 *
 * @returns the buyer keys whose first purchase may have changed: the former and
 * the new ones of every purchase in scope
 */
export function assignPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH named AS (
        SELECT * FROM conversion WHERE ${IS_NAMED}
      ),
      assigned AS (
        SELECT named.id, named.person_id AS former_person_id, named.email_hash, named.conversion_type,
               ${personOf({
                 email: "named.email_hash",
                 customer: "named.customer_id",
                 visitor: "named.visitor_id",
                 at: "named.converted_at",
               })} AS person_id
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
    params: namedParams(scope),
  }
}

/**
 * Gives touches their person: those of the visitors in scope, those of `keys`,
 * and those that a conversion in scope carries, which are its person's.
 */
export function assignTouchPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH assigned AS (
        SELECT touch.id, ${personOf({
          email: "carrier.email_hash",
          customer: "carrier.customer_id",
          visitor: "COALESCE(carrier.visitor_id, touch.visitor_id)",
          at: "COALESCE(carrier.converted_at, touch.started_at)",
        })} AS person_id
          FROM campaign_attribution touch
          LEFT JOIN conversion carrier
            ON carrier.idempotency_key = touch.touch_key AND carrier.deleted_at IS NULL
         WHERE touch.deleted_at IS NULL
           AND (touch.visitor_id = ANY(${JSON_LIST}) OR touch.touch_key = ANY(${JSON_LIST})
             OR touch.touch_key = ANY(ARRAY(SELECT idempotency_key FROM conversion WHERE ${IS_NAMED})))
      )
      UPDATE campaign_attribution touch
         SET person_id = assigned.person_id, updated_at = now()
        FROM assigned
       WHERE touch.id = assigned.id
         AND touch.person_id IS DISTINCT FROM assigned.person_id`,
    params: [
      jsonList(scope.visitor_ids),
      jsonList(keysOf(scope)),
      ...namedParams(scope),
    ],
  }
}

/** Gives the touchpoints of the identifiers in scope their person. */
export function assignJourneyPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH assigned AS (
        SELECT journey.id, ${personOf({
          email: "journey.email_hash",
          customer: "journey.customer_id",
          visitor: "journey.visitor_id",
          at: "journey.timestamp",
        })} AS person_id
          FROM customer_journey journey
         WHERE journey.deleted_at IS NULL
           AND (journey.email_hash = ANY(${JSON_LIST}) OR journey.customer_id = ANY(${JSON_LIST})
             OR journey.visitor_id = ANY(${JSON_LIST}))
      )
      UPDATE customer_journey journey
         SET person_id = assigned.person_id, updated_at = now()
        FROM assigned
       WHERE journey.id = assigned.id
         AND journey.person_id IS DISTINCT FROM assigned.person_id`,
    params: [scope.email_hashes, scope.customer_ids, scope.visitor_ids].map(
      jsonList
    ),
  }
}
