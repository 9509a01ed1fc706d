import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** One page of people's engagement and when they were last seen, by person. */
export function engagementPageSql(
  personIds: string[] | null,
  after: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      SELECT person_id AS id, score_value AS engagement_score,
             breakdown ->> 'last_interaction_at' AS last_interaction_at
        FROM customer_score
       WHERE score_type = 'engagement' AND deleted_at IS NULL AND person_id > ?
         AND ${personIds === null ? "true" : `person_id = ANY(${JSON_LIST})`}
       ORDER BY person_id
       LIMIT ?`,
    params: [
      after,
      ...(personIds === null ? [] : [jsonList(personIds)]),
      limit,
    ],
  }
}
