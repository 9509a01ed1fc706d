import type { MemberReason, SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

export interface MemberChange {
  segment_id: string
  person_ids: string[]
  at: string
  keeps_history: boolean
}

const recount = (delta: string) => `
        UPDATE customer_segment
           SET customer_count = (SELECT COUNT(*) FROM segment_member WHERE segment_id = ?) ${delta},
               updated_at = now()
         WHERE id = ?
        RETURNING customer_count`

function noted(from: string, change: string): string {
  return `
      history AS (
        INSERT INTO ad_planning_segment_history (id, segment_id, person_id, change, changed_at)
        SELECT ${newId("seghist")}, ?, person_id, '${change}', ?::timestamptz FROM ${from}
      ),`
}

/**
 * Makes known people members by hand or by import; who was one by rule stays one
 * whatever the rules say from now on. An exclusion of them ends.
 *
 * @returns who entered, and who is unknown
 */
export function addMembersSql(
  { segment_id, person_ids, at, keeps_history }: MemberChange,
  reason: MemberReason
): SqlStatement {
  return {
    sql: `
      WITH asked AS (SELECT DISTINCT unnest(${JSON_LIST}) AS person_id),
      known AS (
        SELECT person_id FROM asked
         WHERE person_id IN (SELECT person_id FROM ad_planning_person_profile WHERE deleted_at IS NULL)
      ),
      included AS (
        DELETE FROM ad_planning_segment_exclusion
         WHERE segment_id = ? AND person_id IN (SELECT person_id FROM known)
      ),
      written AS (
        INSERT INTO segment_member (id, segment_id, person_id, added_reason, added_at)
        SELECT ${newId("segmem")}, ?, person_id, ?, ?::timestamptz FROM known
        ON CONFLICT (segment_id, person_id) DO UPDATE SET added_reason = excluded.added_reason, updated_at = now()
         WHERE segment_member.added_reason <> excluded.added_reason
        RETURNING person_id, (xmax = 0) AS is_new
      ),
      added AS (SELECT person_id FROM written WHERE is_new),${keeps_history ? noted("added", "entered") : ""}
      counted AS (${recount("+ (SELECT COUNT(*) FROM added)")})
      SELECT (SELECT customer_count FROM counted) AS customer_count,
             (SELECT COALESCE(jsonb_agg(person_id ORDER BY person_id), '[]') FROM added) AS entered,
             (SELECT COALESCE(jsonb_agg(person_id ORDER BY person_id), '[]') FROM asked
               WHERE person_id NOT IN (SELECT person_id FROM known)) AS unknown`,
    params: [
      JSON.stringify(person_ids),
      segment_id,
      segment_id,
      reason,
      at,
      ...(keeps_history ? [segment_id, at] : []),
      segment_id,
      segment_id,
    ],
  }
}

/** Takes people out by hand; no rule brings them back. */
export function removeMembersSql({
  segment_id,
  person_ids,
  at,
  keeps_history,
}: MemberChange): SqlStatement {
  return {
    sql: `
      WITH asked AS (SELECT DISTINCT unnest(${JSON_LIST}) AS person_id),
      removed AS (
        DELETE FROM segment_member
         WHERE segment_id = ? AND person_id IN (SELECT person_id FROM asked)
        RETURNING person_id, added_at, added_reason
      ),
      excluded AS (
        INSERT INTO ad_planning_segment_exclusion (id, segment_id, person_id, excluded_at)
        SELECT ${newId("segexcl")}, ?, person_id, ?::timestamptz FROM removed
        ON CONFLICT (segment_id, person_id) DO NOTHING
      ),${keeps_history ? noted("removed", "left") : ""}
      counted AS (${recount("- (SELECT COUNT(*) FROM removed)")})
      SELECT (SELECT customer_count FROM counted) AS customer_count,
             (SELECT COALESCE(jsonb_agg(to_jsonb(removed) ORDER BY person_id), '[]') FROM removed) AS "left"`,
    params: [
      JSON.stringify(person_ids),
      segment_id,
      segment_id,
      at,
      ...(keeps_history ? [segment_id, at] : []),
      segment_id,
      segment_id,
    ],
  }
}

/** Puts members back as they were, for a compensation. */
export function restoreMembersSql(
  segmentId: string,
  gone: string[],
  back: { person_id: string; added_at: string; added_reason?: string }[]
): SqlStatement {
  return {
    sql: `
      WITH removed AS (
        DELETE FROM segment_member
         WHERE segment_id = ? AND person_id = ANY(${JSON_LIST}) RETURNING 1
      ),
      again AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS row (person_id text, added_at timestamptz, added_reason text)
      ),
      admitted AS (
        DELETE FROM ad_planning_segment_exclusion
         WHERE segment_id = ? AND person_id IN (SELECT person_id FROM again)
      ),
      added AS (
        INSERT INTO segment_member (id, segment_id, person_id, added_reason, added_at)
        SELECT ${newId("segmem")}, ?, person_id, COALESCE(added_reason, 'rule_match'), added_at FROM again
        ON CONFLICT (segment_id, person_id) DO NOTHING RETURNING 1
      )
      UPDATE customer_segment
         SET customer_count = (SELECT COUNT(*) FROM segment_member WHERE segment_id = ?)
                              + (SELECT COUNT(*) FROM added) - (SELECT COUNT(*) FROM removed)
       WHERE id = ?`,
    params: [
      segmentId,
      JSON.stringify(gone),
      JSON.stringify(back),
      segmentId,
      segmentId,
      segmentId,
      segmentId,
    ],
  }
}
