/** Where a row's identifiers and its time are: SQL expressions, or "NULL". */
export interface IdentifierColumns {
  /** The keyed hash of an e-mail. */
  email: string
  customer: string
  visitor: string
  at: string
}

/**
 * Who a row belongs to, as an SQL expression: the person of its e-mail, else of
 * its customer, else of its visitor. An e-mail and a customer are the person of
 * their earliest link, always; a visitor is whoever used the device last at the
 * row's time, or first after it, and nobody where the visitor has a status.
 * Links that were revoked say nothing. Ties by person.
 */
export function personOf(columns: IdentifierColumns): string {
  return `COALESCE(
             ${earliestPerson("email", columns.email)},
             ${earliestPerson("customer", columns.customer)},
             ${personAt(columns.visitor, columns.at)})`
}

function earliestPerson(kind: string, value: string): string {
  return `(SELECT link.person_id FROM ad_planning_identity_link link
               WHERE link.kind = '${kind}' AND link.value = ${value} AND ${IS_VALID}
                 AND ${namesSomebody(kind)}
               ORDER BY link.valid_from, link.person_id LIMIT 1)`
}

function personAt(visitor: string, at: string): string {
  return `(SELECT link.person_id FROM ad_planning_identity_link link
               WHERE link.kind = 'visitor' AND link.value = ${visitor} AND ${IS_VALID}
                 AND ${namesSomebody("visitor")}
               ORDER BY link.valid_from > ${at},
                        ABS(EXTRACT(EPOCH FROM link.valid_from - ${at})),
                        link.person_id LIMIT 1)`
}

function namesSomebody(kind: string): string {
  return `NOT EXISTS (
                   SELECT 1 FROM ad_planning_identity_status status
                    WHERE status.kind = '${kind}' AND status.value = link.value
                      AND status.deleted_at IS NULL)`
}

const IS_VALID = "link.revoked_at IS NULL AND link.deleted_at IS NULL"
