import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

export interface SyncMembers {
  segment_id: string
  as_of: string
  /** Only these people are looked at; undefined: everybody. */
  person_ids?: string[]
  keeps_history: boolean
}

/**
 * Makes the members by rule equal to the people that `people` selects. Those by
 * hand and by import stay, and nobody excluded comes in.
 *
 * @param people - rows of `person_id`, from the compiler
 * @returns who entered and who left, with when they had entered
 */
export function syncMembersSql(
  people: SqlStatement,
  { segment_id, as_of, person_ids, keeps_history }: SyncMembers
): SqlStatement {
  const scope = person_ids ? `AND member.person_id = ANY(${JSON_LIST})` : ""
  const history = keeps_history
    ? `
      history AS (
        INSERT INTO ad_planning_segment_history (id, segment_id, person_id, change, changed_at)
        SELECT ${newId("seghist")}, ?, person_id, change, ?::timestamptz
          FROM (SELECT person_id, 'entered' AS change FROM added
                UNION ALL SELECT person_id, 'left' FROM removed) changed
      ),`
    : ""
  return {
    sql: `
      WITH matching AS MATERIALIZED (${people.sql}),
      removed AS (
        DELETE FROM segment_member member
         WHERE member.segment_id = ? AND member.added_reason = 'rule_match' ${scope}
           AND NOT EXISTS (SELECT 1 FROM matching WHERE matching.person_id = member.person_id)
        RETURNING person_id, added_at
      ),
      added AS (
        INSERT INTO segment_member (id, segment_id, person_id, added_reason, added_at)
        SELECT ${newId("segmem")}, ?, person_id, 'rule_match', ?::timestamptz
          FROM matching
         WHERE NOT EXISTS (SELECT 1 FROM ad_planning_segment_exclusion excluded
                            WHERE excluded.segment_id = ? AND excluded.person_id = matching.person_id)
           AND NOT EXISTS (SELECT 1 FROM segment_member present
                            WHERE present.segment_id = ? AND present.person_id = matching.person_id)
        ON CONFLICT (segment_id, person_id) DO NOTHING
        RETURNING person_id
      ),${history}
      counted AS (
        UPDATE customer_segment
           SET customer_count = (SELECT COUNT(*) FROM segment_member WHERE segment_id = ?)
                                + (SELECT COUNT(*) FROM added) - (SELECT COUNT(*) FROM removed),
               last_calculated_at = ?::timestamptz, last_error = NULL, updated_at = now()
         WHERE id = ?
        RETURNING customer_count
      )
      SELECT (SELECT customer_count FROM counted) AS customer_count,
             (SELECT COALESCE(jsonb_agg(person_id ORDER BY person_id), '[]') FROM added) AS entered,
             (SELECT COALESCE(jsonb_agg(jsonb_build_object('person_id', person_id, 'added_at', added_at)
                                        ORDER BY person_id), '[]') FROM removed) AS "left"`,
    params: [
      ...people.params,
      segment_id,
      ...(person_ids ? [JSON.stringify(person_ids)] : []),
      segment_id,
      as_of,
      segment_id,
      segment_id,
      ...(keeps_history ? [segment_id, as_of] : []),
      segment_id,
      as_of,
      segment_id,
    ],
  }
}
