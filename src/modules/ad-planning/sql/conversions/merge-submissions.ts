import type { ConversionSource, SqlStatement } from "../../types"
import { forgottenChangesCte } from "../fragments/attribution-changes"
import { forgottenJourneysCte } from "../fragments/forget-journeys"
import { JSON_LIST } from "../fragments/json-list"
import { MANUAL_TOUCH } from "../fragments/manual-touch"

/** What a submission that goes leaves to the one that stays. */
const INHERITED = [
  "visitor_id",
  "session_id",
  "website_id",
  "pathname",
  "email_hash",
] as const

// The other row of a submission, as its source names it: an index has this.
const REFERENCE =
  "COALESCE(other.metadata ->> 'lead_id', other.metadata ->> 'form_response_id')"

/**
 * A lead, a form response and a message of the storefront's script may tell of
 * one submission: it counts once, as what the shop's own records say. `lesser`
 * goes where a `better` one refers to it, or has the same e-mail, visitor or
 * session and was sent within `windowSeconds` of it, or of both the sender was erased
 * since; what the lesser one knew
 * of the visitor stays with the better one, and so does a person's choice of campaign;
 * its touchpoint goes.
 *
 * @param keys - idempotency keys: only submissions that may be one with these
 * @returns the key that went, and the id of the one that stays
 */
export function mergeSubmissionsSql(
  keys: string[],
  lesser: ConversionSource,
  better: ConversionSource[],
  windowSeconds: number
): SqlStatement {
  const isNear = `ABS(EXTRACT(EPOCH FROM better.converted_at - lesser.converted_at)) <= ?`
  return {
    sql: `
      WITH submission AS (
        SELECT * FROM conversion
         WHERE conversion_type = 'lead_form_submission' AND deleted_at IS NULL
           AND idempotency_key = ANY(${JSON_LIST})
      ),
      candidate AS (
        SELECT * FROM submission
        UNION
        SELECT other.*
          FROM conversion other
         WHERE other.conversion_type = 'lead_form_submission' AND other.deleted_at IS NULL
           AND (other.email_hash = ANY(ARRAY(SELECT email_hash FROM submission WHERE email_hash IS NOT NULL))
             OR other.visitor_id = ANY(ARRAY(SELECT visitor_id FROM submission WHERE visitor_id IS NOT NULL))
             OR other.session_id = ANY(ARRAY(SELECT session_id FROM submission WHERE session_id IS NOT NULL))
             OR other.idempotency_key = ANY(ARRAY(
                  SELECT 'lead:' || (metadata ->> 'lead_id') FROM submission
                  UNION ALL
                  SELECT 'form_response:' || (metadata ->> 'form_response_id') FROM submission))
             OR ${REFERENCE} = ANY(ARRAY(
                  SELECT substr(idempotency_key, length(source) + 2) FROM submission)))
        UNION
        SELECT other.*
          FROM submission
          JOIN conversion other
            ON other.converted_at >= submission.converted_at - make_interval(secs => ?)
           AND other.converted_at <= submission.converted_at + make_interval(secs => ?)
         WHERE submission.erased_at IS NOT NULL AND other.erased_at IS NOT NULL
           AND other.conversion_type = 'lead_form_submission' AND other.deleted_at IS NULL
      ),
      pair AS (
        SELECT DISTINCT ON (lesser.id) lesser.id AS lesser_id, better.id AS better_id
          FROM candidate lesser
          JOIN candidate better ON better.source = ANY(${JSON_LIST})
           AND (lesser.metadata ->> 'lead_id' = substr(better.idempotency_key, length('lead:') + 1) AND better.source = 'lead'
             OR better.metadata ->> 'form_response_id' = substr(lesser.idempotency_key, length('form_response:') + 1) AND lesser.source = 'form_response'
             OR lesser.metadata ->> 'form_response_id' = substr(better.idempotency_key, length('form_response:') + 1) AND better.source = 'form_response'
             OR ${isNear} AND (better.email_hash = lesser.email_hash
                            OR better.visitor_id = lesser.visitor_id
                            OR better.session_id = lesser.session_id
                            OR (better.erased_at IS NOT NULL AND lesser.erased_at IS NOT NULL)))
         WHERE lesser.source = ?
         ORDER BY lesser.id, better.source = 'lead' DESC,
                  ABS(EXTRACT(EPOCH FROM better.converted_at - lesser.converted_at)), better.idempotency_key
      ),
      gone AS (
        DELETE FROM conversion USING pair WHERE conversion.id = pair.lesser_id
        RETURNING conversion.*, pair.better_id
      ),
      ${forgottenChangesCte("gone")},
      choice AS (
        SELECT touch.id, '${MANUAL_TOUCH}' || better.idempotency_key AS better_key,
               ROW_NUMBER() OVER (PARTITION BY better.id ORDER BY touch.resolved_at DESC, touch.id) = 1
                 AND NOT EXISTS (
                   SELECT 1 FROM campaign_attribution own
                    WHERE own.touch_key = '${MANUAL_TOUCH}' || better.idempotency_key) AS is_kept
          FROM gone
          JOIN conversion better ON better.id = gone.better_id
          JOIN campaign_attribution touch ON touch.touch_key = '${MANUAL_TOUCH}' || gone.idempotency_key
      ),
      kept_choice AS (
        UPDATE campaign_attribution touch SET touch_key = better_key, updated_at = now()
          FROM choice WHERE touch.id = choice.id AND is_kept
      ),
      lost_choice AS (
        DELETE FROM campaign_attribution touch USING choice
         WHERE touch.id = choice.id AND NOT is_kept
      ),
      ${forgottenJourneysCte("gone")},
      heir AS (
        SELECT better_id,
               ${INHERITED.map((column) => `(array_agg(${column} ORDER BY converted_at, id) FILTER (WHERE ${column} IS NOT NULL))[1] AS ${column}`).join(",\n               ")}
          FROM gone
         GROUP BY better_id
      ),
      inherited AS (
        UPDATE conversion
           SET ${INHERITED.map((column) => `${column} = COALESCE(conversion.${column}, CASE WHEN conversion.erased_at IS NULL THEN heir.${column} END)`).join(", ")},
               updated_at = now()
          FROM heir
         WHERE conversion.id = heir.better_id
      )
      SELECT idempotency_key, better_id AS kept_id FROM gone`,
    params: [
      JSON.stringify(keys),
      windowSeconds,
      windowSeconds,
      JSON.stringify(better),
      windowSeconds,
      lesser,
    ],
  }
}
