import type { SqlStatement } from "../../types"
import { JSON_LIST } from "./json-list"
import { jsonList } from "./person-scope"

/**
 * Everybody whom scores and segments are about, as a query of the profile's rows:
 * each person of the store but those who were merged into another one, whose the
 * facts are.
 *
 * @param personIds - only these; null = everybody
 */
export function populationOf(personIds: string[] | null): SqlStatement {
  return {
    sql: `
        SELECT profile.*
          FROM ad_planning_person_profile profile
         WHERE profile.deleted_at IS NULL
           AND ${personIds === null ? "true" : `profile.person_id = ANY(${JSON_LIST})`}
           AND NOT EXISTS (
             SELECT 1 FROM ad_planning_identity_link link
              WHERE link.person_id = profile.person_id AND link.revoked_by LIKE 'merge:%'
                AND link.deleted_at IS NULL)`,
    params: personIds === null ? [] : [jsonList(personIds)],
  }
}
