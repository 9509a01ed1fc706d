import type { NpsLink, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"
import { ratingPerson } from "../fragments/rating-person"

/**
 * Asks a question, or keeps the same one open for longer: what it was answered
 * stays, and when it was asked.
 *
 * @returns one row: until when it takes an answer, and whether it is new
 */
export function openNpsLinkSql(link: NpsLink): SqlStatement {
  return {
    sql: `
      WITH asked AS (
        SELECT ?::text AS source_id, ?::text AS named_person_id, ?::text AS email_hash, ?::text AS customer_id,
               ?::text AS order_id, ?::timestamptz AS asked_at, NULL::timestamptz AS answered_at,
               ?::timestamptz AS expires_at
      )
      INSERT INTO ad_planning_rating AS rating
             (id, source_type, source_id, person_id, named_person_id, email_hash, customer_id, order_id,
              asked_at, expires_at, state, scale)
      SELECT ${newId("aprate")}, 'nps_answer', source_id, ${ratingPerson("asked")}, named_person_id,
             email_hash, customer_id, order_id, asked_at, expires_at, 'asked', '0-10'
        FROM asked
      ON CONFLICT (source_type, source_id) DO UPDATE SET
        expires_at = GREATEST(rating.expires_at, excluded.expires_at), updated_at = now()
      RETURNING expires_at, xmax = 0 AS is_new`,
    params: [
      link.id,
      link.named_person_id,
      link.email_hash,
      link.customer_id,
      link.order_id,
      link.asked_at.toISOString(),
      link.expires_at.toISOString(),
    ],
  }
}
