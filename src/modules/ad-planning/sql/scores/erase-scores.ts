import type { SqlStatement } from "../../types"
import type { EraseScope } from "../fragments/erase-scope"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"

/** How many rows of each table went. */
export interface ErasedScores {
  profiles: number
  ratings: number
  scores: number
  history: number
}

/**
 * Deletes what is known of those who are erased beside their facts: profile, scores
 * and their history, and what they were asked and answered. Links of ours that ask
 * them go with it: they lead nowhere from then on.
 */
export function eraseScoresSql(scope: EraseScope): SqlStatement {
  const persons = jsonList(scope.person_ids)
  return {
    sql: `
      WITH profile AS (
        DELETE FROM ad_planning_person_profile WHERE person_id = ANY(${JSON_LIST}) RETURNING 1
      ),
      score AS (
        DELETE FROM customer_score WHERE person_id = ANY(${JSON_LIST}) RETURNING 1
      ),
      history AS (
        DELETE FROM ad_planning_score_history WHERE person_id = ANY(${JSON_LIST}) RETURNING 1
      ),
      rating AS (
        DELETE FROM ad_planning_rating
         WHERE person_id = ANY(${JSON_LIST}) OR named_person_id = ANY(${JSON_LIST})
            OR email_hash = ANY(${JSON_LIST}) OR customer_id = ANY(${JSON_LIST})
        RETURNING 1
      )
      SELECT (SELECT COUNT(*) FROM profile)::int AS profiles,
             (SELECT COUNT(*) FROM rating)::int AS ratings,
             (SELECT COUNT(*) FROM score)::int AS scores,
             (SELECT COUNT(*) FROM history)::int AS history`,
    params: [
      persons,
      persons,
      persons,
      persons,
      persons,
      jsonList(scope.email_hashes),
      jsonList(scope.customer_ids),
    ],
  }
}
