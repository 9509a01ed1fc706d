import { personOf } from "./person-of"

/**
 * Into whom a person was merged, however often, else the person; an SQL expression.
 *
 * @param person - an expression
 */
export function survivorOf(person: string): string {
  return `(
          WITH RECURSIVE merged (person_id, steps) AS (
            SELECT ${person}, 0
            UNION ALL
            SELECT next.into_id, merged.steps + 1
              FROM merged
             CROSS JOIN LATERAL (
               SELECT substr(link.revoked_by, length('merge:') + 1) AS into_id
                 FROM ad_planning_identity_link link
                WHERE link.person_id = merged.person_id AND link.revoked_by LIKE 'merge:%'
                  AND link.deleted_at IS NULL
                LIMIT 1) next
             WHERE merged.steps < 100
          )
          SELECT person_id FROM merged ORDER BY steps DESC LIMIT 1)`
}

/**
 * Whose a rating is: of the person that the store named when it asked, through
 * merges, else of whom its identifiers name.
 *
 * @param alias - a row with the columns of a rating
 */
export function ratingPerson(alias: string): string {
  return `CASE WHEN ${alias}.named_person_id IS NOT NULL THEN ${survivorOf(`${alias}.named_person_id`)}
               ELSE ${personOf({
                 email: `${alias}.email_hash`,
                 customer: `${alias}.customer_id`,
                 visitor: "NULL",
                 at: `COALESCE(${alias}.answered_at, ${alias}.asked_at)`,
               })} END`
}
