import type { SqlStatement, SuppressionKind } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** An identifier that leads to somebody who is erased. */
export interface ErasedName {
  kind: SuppressionKind
  value: string
}

/**
 * Deletes every link of those who are erased, and every link and status of what
 * names them. A device of theirs that many share stays, and is refused for ever:
 * with fewer people left it must not become one of the others'.
 *
 * @returns how many links and statuses went, and devices that were shared
 */
export function eraseLinksSql(
  personIds: string[],
  names: ErasedName[]
): SqlStatement {
  return {
    sql: `
      WITH named AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS named(kind text, value text)
      ),
      links AS (
        DELETE FROM ad_planning_identity_link
         WHERE id = ANY(ARRAY(
           SELECT id FROM ad_planning_identity_link
            WHERE person_id = ANY(${JSON_LIST}) AND deleted_at IS NULL
           UNION
           SELECT link.id FROM ad_planning_identity_link link JOIN named USING (kind, value)
            WHERE link.deleted_at IS NULL))
        RETURNING kind, value
      ),
      refused AS (
        INSERT INTO ad_planning_identity_status (id, kind, value, status)
        SELECT ${newId("idstat")}, status.kind, status.value, 'refused'
          FROM ad_planning_identity_status status
          JOIN (SELECT DISTINCT kind, value FROM links) linked USING (kind, value)
         WHERE status.status = 'shared' AND status.deleted_at IS NULL
        ON CONFLICT (kind, value, status) DO UPDATE SET updated_at = now()
        RETURNING value
      ),
      statuses AS (
        DELETE FROM ad_planning_identity_status status USING named
         WHERE (status.kind, status.value) = (named.kind, named.value)
        RETURNING status.id
      )
      SELECT (SELECT COUNT(*) FROM links)::int AS links,
             (SELECT COUNT(*) FROM statuses)::int AS statuses,
             COALESCE((SELECT jsonb_agg(value) FROM refused), '[]') AS shared_visitors`,
    params: [JSON.stringify(names), JSON.stringify(personIds)],
  }
}
