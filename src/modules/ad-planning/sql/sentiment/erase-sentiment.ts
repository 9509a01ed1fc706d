import type { SqlStatement } from "../../types"
import type { EraseScope } from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** Deletes what was read out of the texts of those who are erased. */
export function eraseSentimentSql(scope: EraseScope): SqlStatement {
  return {
    sql: `
      DELETE FROM sentiment_analysis
       WHERE person_id = ANY(${JSON_LIST}) OR email_hash = ANY(${JSON_LIST})
          OR customer_id = ANY(${JSON_LIST})
          OR (visitor_id = ANY(${JSON_LIST}) AND email_hash IS NULL AND customer_id IS NULL)
      RETURNING id`,
    params: [
      scope.person_ids,
      scope.email_hashes,
      scope.customer_ids,
      scope.visitor_ids,
    ].map(jsonList),
  }
}
