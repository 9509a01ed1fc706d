import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/**
 * Where some scores stand among all of their type: the place from the top, and the
 * percentage of people whose score is lower.
 */
export function scorePlacesSql(ids: string[]): SqlStatement {
  return {
    sql: `
      WITH asked AS (
        SELECT id, score_type FROM customer_score WHERE id = ANY(${JSON_LIST})
      ),
      placed AS (
        SELECT id, (rank() OVER (PARTITION BY score_type ORDER BY score_value DESC))::int AS rank,
               100.0 * (rank() OVER (PARTITION BY score_type ORDER BY score_value) - 1)
                 / COUNT(*) OVER (PARTITION BY score_type) AS percentile
          FROM customer_score
         WHERE deleted_at IS NULL AND score_type IN (SELECT DISTINCT score_type FROM asked)
      )
      SELECT id, rank, percentile::float8 AS percentile
        FROM placed
       WHERE id = ANY(${JSON_LIST})`,
    params: [jsonList(ids), jsonList(ids)],
  }
}
