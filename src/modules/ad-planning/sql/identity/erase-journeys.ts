import type { SqlStatement } from "../../types"
import type { EraseScope } from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/**
 * Deletes the touchpoints of those who are erased, also what somebody else did
 * unnamed on a device of theirs: nothing tells the two apart. Of somebody else who
 * is named by more than the device nothing goes here; see `eraseConversionsSql`.
 */
export function eraseJourneysSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      DELETE FROM customer_journey
       WHERE deleted_at IS NULL
         AND (person_id = ANY(${JSON_LIST}) OR email_hash = ANY(${JSON_LIST})
           OR customer_id = ANY(${JSON_LIST})
           OR (visitor_id = ANY(${JSON_LIST}) AND email_hash IS NULL AND customer_id IS NULL))
      RETURNING id`,
    params: [
      scope.person_ids,
      scope.email_hashes,
      scope.customer_ids,
      scope.visitor_ids,
    ].map(jsonList),
  }
}
