import type { ProfileFact, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"
import { newId } from "../fragments/new-id"

const COLUMNS = [
  "country",
  "state",
  "city",
  "birth_date",
  "tags",
  "has_account",
  "metadata",
  "created_at",
] as const

/** The country of a person's latest order that was not cancelled, as an expression. */
function orderCountry(person: string): string {
  return `(SELECT lower(conversion.country_code)
                 FROM conversion
                WHERE conversion.person_id = ${person} AND conversion.conversion_type = 'purchase'
                  AND conversion.country_code IS NOT NULL AND conversion.canceled_at IS NULL
                  AND conversion.deleted_at IS NULL
                ORDER BY conversion.converted_at DESC, conversion.id DESC LIMIT 1)`
}

/**
 * Writes profiles as the store's records have them now; the country is that of the
 * person's latest order, else of the address. One that did not change is not touched.
 *
 * @returns the persons whose profiles were written, and whether each is new
 */
export function upsertProfilesSql(facts: ProfileFact[]): SqlStatement {
  const list = (alias: string) =>
    COLUMNS.map((column) => `${alias}.${column}`).join(", ")
  return {
    sql: `
      WITH fact AS (
        SELECT DISTINCT ON (person_id) *
          FROM jsonb_to_recordset(?::jsonb) AS fact(
            person_id text, country text, state text, city text, birth_date text, tags text[],
            has_account boolean, metadata jsonb, created_at timestamptz)
         ORDER BY person_id
      ),
      told AS (
        SELECT fact.person_id, fact.state, fact.city, fact.birth_date, fact.tags, fact.has_account,
               fact.metadata, fact.created_at,
               COALESCE(${orderCountry("fact.person_id")}, fact.country) AS country
          FROM fact
      ),
      changed AS (
        SELECT told.*, former.id IS NULL AS is_new
          FROM told
          LEFT JOIN ad_planning_person_profile former ON former.person_id = told.person_id
         WHERE former.id IS NULL OR (${list("former")}) IS DISTINCT FROM (${list("told")})
      ),
      written AS (
        INSERT INTO ad_planning_person_profile (id, person_id, ${COLUMNS.join(", ")})
        SELECT ${newId("apprsn")}, person_id, ${COLUMNS.join(", ")} FROM changed
         ORDER BY person_id
        ON CONFLICT (person_id) DO UPDATE SET
          ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")},
          deleted_at = NULL, updated_at = now()
        RETURNING person_id
      )
      SELECT person_id, changed.is_new FROM written JOIN changed USING (person_id)`,
    params: [JSON.stringify(facts)],
  }
}

/** Forgets profiles of persons that the store has no more, with their scores. */
export function deleteProfilesSql(personIds: string[]): SqlStatement {
  const persons = jsonList(personIds)
  return {
    sql: `
      WITH score AS (
        DELETE FROM customer_score WHERE person_id = ANY(${JSON_LIST})
      ),
      history AS (
        DELETE FROM ad_planning_score_history WHERE person_id = ANY(${JSON_LIST})
      )
      DELETE FROM ad_planning_person_profile WHERE person_id = ANY(${JSON_LIST})
      RETURNING person_id`,
    params: [persons, persons, persons],
  }
}

/** Whose touchpoints, by source, these are. */
export function personsOfSourcesSql(
  keys: { source_type: string; source_id: string }[]
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT person_id
        FROM customer_journey journey
        JOIN jsonb_to_recordset(?::jsonb) AS key(source_type text, source_id text)
       USING (source_type, source_id)
       WHERE journey.person_id IS NOT NULL AND journey.deleted_at IS NULL`,
    params: [
      JSON.stringify(
        keys.map(({ source_type, source_id }) => ({ source_type, source_id }))
      ),
    ],
  }
}
