import type { RatingFact, RatingKey, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"
import { ratingPerson } from "../fragments/rating-person"

const COLUMNS = [
  "person_id",
  "named_person_id",
  "email_hash",
  "customer_id",
  "order_id",
  "asked_at",
  "answered_at",
  "expires_at",
  "state",
  "scale",
  "value",
  "comment",
] as const

/**
 * Writes questions and answers as their sources have them now, each with its
 * person. When it was asked, and when it was first seen answered, never moves. One
 * that did not change is not touched.
 *
 * @returns every row's key with its times, and whether it was written
 */
export function upsertRatingsSql(facts: RatingFact[]): SqlStatement {
  const list = (alias: string) =>
    COLUMNS.map((column) => `${alias}.${column}`).join(", ")
  return {
    sql: `
      WITH fact AS (
        SELECT DISTINCT ON (source_type, source_id) *
          FROM jsonb_to_recordset(?::jsonb) AS fact(
            source_type text, source_id text, named_person_id text, email_hash text, customer_id text,
            order_id text, asked_at timestamptz, answered_at timestamptz, expires_at timestamptz,
            state text, scale text, value float8, comment text)
         ORDER BY source_type, source_id
      ),
      told AS (
        SELECT fact.source_type, fact.source_id, fact.named_person_id, fact.email_hash, fact.customer_id,
               fact.order_id, COALESCE(former.asked_at, fact.asked_at) AS asked_at,
               CASE WHEN fact.state = 'answered' THEN COALESCE(former.answered_at, fact.answered_at) END AS answered_at,
               fact.expires_at, fact.state, fact.scale, fact.value, fact.comment,
               ${ratingPerson("fact")} AS person_id, former.id AS former_id
          FROM fact
          LEFT JOIN ad_planning_rating former
            ON former.source_type = fact.source_type AND former.source_id = fact.source_id
      ),
      written AS (
        INSERT INTO ad_planning_rating (id, source_type, source_id, ${COLUMNS.join(", ")})
        SELECT ${newId("aprate")}, told.source_type, told.source_id, ${list("told")}
          FROM told
          LEFT JOIN ad_planning_rating former ON former.id = told.former_id
         WHERE former.id IS NULL OR (${list("former")}) IS DISTINCT FROM (${list("told")})
         ORDER BY told.source_type, told.source_id
        ON CONFLICT (source_type, source_id) DO UPDATE SET
          ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")},
          deleted_at = NULL, updated_at = now()
        RETURNING source_type, source_id
      )
      SELECT told.source_type, told.source_id, told.person_id,
             told.asked_at, told.answered_at, written.source_id IS NOT NULL AS is_written
        FROM told
        LEFT JOIN written USING (source_type, source_id)`,
    params: [JSON.stringify(facts)],
  }
}

const RATING_KEYS =
  "jsonb_to_recordset(?::jsonb) AS key(source_type text, source_id text)"

/** Forgets ratings whose source is gone. */
export function deleteRatingsSql(keys: RatingKey[]): SqlStatement {
  return {
    sql: `
      DELETE FROM ad_planning_rating rating USING ${RATING_KEYS}
       WHERE rating.source_type = key.source_type AND rating.source_id = key.source_id
      RETURNING rating.id`,
    params: [JSON.stringify(keys)],
  }
}
