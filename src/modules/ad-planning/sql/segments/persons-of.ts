import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** Whom e-mails, as keyed hashes, and customers name: one row for each that does. */
export function personsOfSql(
  emailHashes: string[],
  customerIds: string[]
): SqlStatement {
  return {
    sql: `
      SELECT DISTINCT ON (kind, value) kind, value, person_id
        FROM ad_planning_identity_link
       WHERE revoked_at IS NULL AND deleted_at IS NULL
         AND ((kind = 'email' AND value = ANY(${JSON_LIST}))
           OR (kind = 'customer' AND value = ANY(${JSON_LIST})))
       ORDER BY kind, value, valid_from, person_id`,
    params: [JSON.stringify(emailHashes), JSON.stringify(customerIds)],
  }
}
