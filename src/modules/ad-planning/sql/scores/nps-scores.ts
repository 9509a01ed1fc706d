import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"
import { populationOf } from "../fragments/population"
import { isAnswer, npsGroupOf, onTenOf } from "../fragments/rating-on-ten"

/**
 * Everybody's last answer before a moment, on 0 to 10; nobody's who gave none.
 *
 * @returns a query for `writeScores`
 */
export function npsScoresSql(
  personIds: string[] | null,
  asOf: Date
): SqlStatement {
  const population = populationOf(personIds)
  const isAsked =
    personIds === null ? "true" : `rating.person_id = ANY(${JSON_LIST})`
  return {
    sql: `
      WITH answer AS (
        SELECT DISTINCT ON (rating.person_id) rating.*,
               COUNT(*) OVER (PARTITION BY rating.person_id) AS answers
          FROM ad_planning_rating rating
         WHERE ${isAnswer("rating")} AND rating.person_id IS NOT NULL AND ${isAsked}
           AND rating.answered_at < ?::timestamptz
         ORDER BY rating.person_id, rating.answered_at DESC, rating.source_type, rating.source_id
      ),
      person AS (${population.sql})
      SELECT answer.person_id, ${onTenOf("answer")}::float8 AS score_value,
             ${npsGroupOf(onTenOf("answer"))} AS level,
             NULL::timestamptz AS at_risk_since,
             jsonb_build_object(
               'source_type', answer.source_type, 'source_id', answer.source_id,
               'scale', answer.scale, 'value', answer.value,
               'answered_at', answer.answered_at, 'answers', answer.answers) AS breakdown
        FROM person
        JOIN answer ON answer.person_id = person.person_id`,
    params: [
      ...(personIds === null ? [] : [jsonList(personIds)]),
      asOf.toISOString(),
      ...population.params,
    ],
  }
}
