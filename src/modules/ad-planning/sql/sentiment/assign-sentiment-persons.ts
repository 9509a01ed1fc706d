import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { personOf } from "../fragments/person-of"
import { jsonList, type PersonScope } from "../fragments/person-scope"

/** Gives the analysed texts of the identifiers in scope their person. */
export function assignSentimentPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH assigned AS (
        SELECT analysis.id, ${personOf({
          email: "analysis.email_hash",
          customer: "analysis.customer_id",
          visitor: "analysis.visitor_id",
          at: "analysis.occurred_at",
        })} AS person_id
          FROM sentiment_analysis analysis
         WHERE analysis.deleted_at IS NULL
           AND (analysis.email_hash = ANY(${JSON_LIST}) OR analysis.customer_id = ANY(${JSON_LIST})
             OR analysis.visitor_id = ANY(${JSON_LIST}))
      )
      UPDATE sentiment_analysis analysis
         SET person_id = assigned.person_id, updated_at = now()
        FROM assigned
       WHERE analysis.id = assigned.id
         AND analysis.person_id IS DISTINCT FROM assigned.person_id`,
    params: [scope.email_hashes, scope.customer_ids, scope.visitor_ids].map(
      jsonList
    ),
  }
}
