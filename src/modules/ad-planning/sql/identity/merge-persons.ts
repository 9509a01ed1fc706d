import type { SqlStatement } from "../../types"
import { IS_DERIVED } from "./derive-links"
import { newId } from "../fragments/new-id"

/**
 * Makes what one person was told to be another one's: each valid link is revoked
 * and made again for `into`, with the same date. Derived links follow by
 * themselves.
 *
 * @returns the links revoked and made
 */
export function mergePersonsSql(from: string, into: string): SqlStatement {
  return {
    sql: `
      WITH moved AS (
        UPDATE ad_planning_identity_link link
           SET revoked_at = now(), revoked_by = 'merge:' || ?, updated_at = now()
         WHERE link.person_id = ? AND link.revoked_at IS NULL AND link.deleted_at IS NULL
           AND NOT ${IS_DERIVED}
        RETURNING id, kind, value, valid_from
      ),
      made AS (
        INSERT INTO ad_planning_identity_link
               (id, kind, value, person_id, valid_from, source, evidence)
        SELECT ${newId("idlink")}, kind, value, ?, valid_from, 'merge', 'person:' || ?
          FROM moved
        ON CONFLICT (kind, value, person_id, valid_from) DO NOTHING
        RETURNING id, kind, value
      )
      SELECT id, kind, value FROM moved
      UNION ALL
      SELECT id, kind, value FROM made`,
    params: [into, from, into, from],
  }
}

/**
 * Takes a merge back: its links go, and those that it revoked are valid again.
 *
 * @returns the links that went and those that are back
 */
export function unmergePersonSql(from: string): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        DELETE FROM ad_planning_identity_link
         WHERE source = 'merge' AND evidence = 'person:' || ?
        RETURNING id, kind, value
      ),
      back AS (
        UPDATE ad_planning_identity_link
           SET revoked_at = NULL, revoked_by = NULL, updated_at = now()
         WHERE person_id = ? AND revoked_by LIKE 'merge:%'
        RETURNING id, kind, value
      )
      SELECT id, kind, value FROM gone
      UNION ALL
      SELECT id, kind, value FROM back`,
    params: [from, from],
  }
}

/** Into whom a person was merged; no row when that did not happen. */
export function mergedIntoSql(personId: string): SqlStatement {
  return {
    sql: `
      SELECT substr(revoked_by, length('merge:') + 1) AS person_id
        FROM ad_planning_identity_link
       WHERE person_id = ? AND revoked_by LIKE 'merge:%' AND deleted_at IS NULL
       LIMIT 1`,
    params: [personId],
  }
}

/** Whose merge took the links along that merging `from` made; no row if none. */
export function mergedOnSql(from: string): SqlStatement {
  return {
    sql: `
      SELECT person_id
        FROM ad_planning_identity_link
       WHERE source = 'merge' AND evidence = 'person:' || ? AND revoked_by LIKE 'merge:%'
         AND deleted_at IS NULL
       LIMIT 1`,
    params: [from],
  }
}
