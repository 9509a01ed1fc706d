import type { RatingKey, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList, type PersonScope } from "../fragments/person-scope"
import { ratingPerson } from "../fragments/rating-person"

/**
 * Gives the ratings of the identifiers in scope their person, also those of persons
 * whom a link of these identifiers names: merging moves them. The timeline of one
 * whom the store named follows; the others' has identifiers of its own.
 */
export function assignRatingPersonsSql(scope: PersonScope): SqlStatement {
  return {
    sql: `
      WITH named AS (
        SELECT DISTINCT link.person_id
          FROM ad_planning_identity_link link
         WHERE (link.kind = 'email' AND link.value = ANY(${JSON_LIST}))
            OR (link.kind = 'customer' AND link.value = ANY(${JSON_LIST}))
            OR (link.kind = 'visitor' AND link.value = ANY(${JSON_LIST}))
      ),
      assigned AS (
        SELECT rating.id, rating.source_type, rating.source_id, rating.named_person_id,
               ${ratingPerson("rating")} AS person_id
          FROM ad_planning_rating rating
         WHERE rating.deleted_at IS NULL
           AND (rating.email_hash = ANY(${JSON_LIST}) OR rating.customer_id = ANY(${JSON_LIST})
             OR rating.named_person_id = ANY(ARRAY(SELECT person_id FROM named)))
      ),
      told AS (
        UPDATE customer_journey journey
           SET person_id = assigned.person_id, updated_at = now()
          FROM assigned
         WHERE assigned.named_person_id IS NOT NULL
           AND journey.source_type = assigned.source_type AND journey.source_id = assigned.source_id
           AND journey.person_id IS DISTINCT FROM assigned.person_id
      )
      UPDATE ad_planning_rating rating
         SET person_id = assigned.person_id, updated_at = now()
        FROM assigned
       WHERE rating.id = assigned.id
         AND rating.person_id IS DISTINCT FROM assigned.person_id`,
    params: [
      scope.email_hashes,
      scope.customer_ids,
      scope.visitor_ids,
      scope.email_hashes,
      scope.customer_ids,
    ].map(jsonList),
  }
}

/** Gives the timeline of those whom the store named the person that the rating has. */
export function tellNamedRatingsSql(keys: RatingKey[]): SqlStatement {
  return {
    sql: `
      UPDATE customer_journey journey
         SET person_id = rating.person_id, updated_at = now()
        FROM ad_planning_rating rating
        JOIN jsonb_to_recordset(?::jsonb) AS key(source_type text, source_id text)
       USING (source_type, source_id)
       WHERE rating.named_person_id IS NOT NULL AND rating.deleted_at IS NULL
         AND journey.source_type = rating.source_type AND journey.source_id = rating.source_id
         AND journey.person_id IS DISTINCT FROM rating.person_id`,
    params: [
      JSON.stringify(
        keys.map(({ source_type, source_id }) => ({ source_type, source_id }))
      ),
    ],
  }
}
