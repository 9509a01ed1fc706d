import type { SqlStatement } from "../../types"
import type { ErasedName } from "./erase-links"

/** Who is erased: a person, or a customer and whoever that is. */
export interface ErasureSubject {
  person_id: string | null
  customer_id: string | null
  /** What the store's own record names them by. */
  names: ErasedName[]
}

const IS_VALID = "link.revoked_at IS NULL AND link.deleted_at IS NULL"
const THEIR_OWN = "ANY(ARRAY(SELECT id FROM person))"

/** The person of an e-mail or a customer; see `personOf`. */
function ownerOf(kind: string, value: string): string {
  return `(SELECT link.person_id FROM ad_planning_identity_link link
                  WHERE link.kind = ${kind} AND link.value = ${value} AND ${IS_VALID}
                  ORDER BY link.valid_from, link.person_id LIMIT 1)`
}

/**
 * Everything that leads to somebody at this moment: their person, those who were
 * merged into it, the e-mails and customers that are theirs, and their devices.
 * What a person's record named once and nobody else has is theirs too, and so is
 * what stands beside it on their rows only and leads to nobody. A device that many share or
 * that the store refused is nobody's, and neither is what a person of the store
 * said is not theirs.
 *
 * @param maxPersons - a device used with more e-mails is a shared one
 */
export function erasedNamesSql(
  subject: ErasureSubject,
  maxPersons: number
): SqlStatement {
  return {
    sql: `
      WITH RECURSIVE asked AS (
        SELECT ?::text AS person_id, ?::text AS customer_id
      ),
      person AS (
        SELECT person_id AS id FROM asked WHERE person_id IS NOT NULL
        UNION
        SELECT owner FROM asked, LATERAL ${ownerOf("'customer'", "asked.customer_id")} AS owner(owner)
         WHERE customer_id IS NOT NULL
        UNION
        SELECT substr(link.evidence, length('person:') + 1)
          FROM ad_planning_identity_link link
          JOIN person ON link.person_id = person.id
         WHERE link.source = 'merge' AND link.deleted_at IS NULL
      ),
      told AS (
        SELECT kind, value FROM ad_planning_identity_link link
         WHERE person_id = ${THEIR_OWN} AND deleted_at IS NULL
           AND (revoked_at IS NULL OR revoked_by = 'record')
        UNION
        SELECT 'customer', customer_id FROM asked WHERE customer_id IS NOT NULL
        UNION
        SELECT kind, value FROM jsonb_to_recordset(?::jsonb) AS record(kind text, value text)
      ),
      own AS (
        SELECT told.kind, told.value
          FROM told
         WHERE NOT ${hasStatus("told")}
           AND CASE WHEN told.kind = 'visitor' THEN
                 (NOT EXISTS (SELECT 1 FROM ad_planning_identity_link link
                                   WHERE link.kind = 'visitor' AND link.value = told.value AND ${IS_VALID})
                   OR EXISTS (SELECT 1 FROM ad_planning_identity_link link
                               WHERE link.kind = 'visitor' AND link.value = told.value AND ${IS_VALID}
                                 AND link.person_id = ${THEIR_OWN}))
               ELSE COALESCE(${ownerOf("told.kind", "told.value")}, '')
                    = ANY(ARRAY(SELECT '' UNION ALL SELECT id FROM person)) END
      ),
      row AS (
        ${rowsOf("conversion")}
        UNION
        ${rowsOf("customer_journey")}
      ),
      beside AS (
        SELECT DISTINCT named.kind, named.value
          FROM row,
               LATERAL (VALUES ('email', email_hash), ('customer', customer_id), ('visitor', visitor_id)) AS named(kind, value)
         WHERE named.value IS NOT NULL
      )
      SELECT kind, value FROM own
      UNION
      SELECT kind, value FROM beside
       WHERE NOT EXISTS (
               SELECT 1 FROM ad_planning_identity_link link
                WHERE link.kind = beside.kind AND link.value = beside.value AND link.deleted_at IS NULL
                  AND (link.revoked_at IS NULL OR link.revoked_by = 'user'))
         AND NOT ${hasStatus("beside")}
         AND NOT ${isOnRowsOfOthers("conversion")}
         AND NOT ${isOnRowsOfOthers("customer_journey")}
         AND (beside.kind <> 'visitor' OR ? >= (
               SELECT COUNT(DISTINCT email_hash) FROM conversion
                WHERE conversion.visitor_id = beside.value AND conversion.deleted_at IS NULL))
      UNION
      SELECT 'person', id FROM person`,
    params: [
      subject.person_id,
      subject.customer_id,
      JSON.stringify(subject.names),
      maxPersons,
    ],
  }
}

function hasStatus(alias: string): string {
  return `EXISTS (
                   SELECT 1 FROM ad_planning_identity_status status
                    WHERE status.kind = ${alias}.kind AND status.value = ${alias}.value
                      AND status.deleted_at IS NULL)`
}

/** Whether something that leads to nobody stands beside what leads to another. */
function isOnRowsOfOthers(table: string): string {
  return `EXISTS (
               SELECT 1 FROM ${table} other
                WHERE other.person_id IS NOT NULL AND other.person_id <> ALL(ARRAY(SELECT id FROM person))
                  AND other.deleted_at IS NULL
                  AND (beside.kind = 'email' AND other.email_hash = beside.value
                    OR beside.kind = 'customer' AND other.customer_id = beside.value
                    OR beside.kind = 'visitor' AND other.visitor_id = beside.value))`
}

/** What stands on the rows that are theirs so far. */
function rowsOf(table: string): string {
  return `SELECT email_hash, customer_id, visitor_id FROM ${table}
         WHERE deleted_at IS NULL
           AND (person_id = ${THEIR_OWN}
             OR email_hash = ANY(ARRAY(SELECT value FROM own WHERE kind = 'email'))
             OR customer_id = ANY(ARRAY(SELECT value FROM own WHERE kind = 'customer')))`
}
