import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** One page of a segment's members with the customers that they are. */
export function memberCustomersSql(
  segmentId: string,
  afterId: string,
  limit: number
): SqlStatement {
  return {
    sql: `
      SELECT member.person_id,
             ARRAY(SELECT DISTINCT link.value FROM ad_planning_identity_link link
                    WHERE link.person_id = member.person_id AND link.kind = 'customer'
                      AND link.revoked_at IS NULL AND link.deleted_at IS NULL) AS customer_ids
        FROM segment_member member
       WHERE member.segment_id = ? AND member.deleted_at IS NULL AND member.person_id > ?
       ORDER BY member.person_id LIMIT ?`,
    params: [segmentId, afterId, limit],
  }
}

/** Whom we put into the group of a segment. */
export function groupCustomersSql(segmentId: string): SqlStatement {
  return {
    sql: `
      SELECT customer_id FROM ad_planning_segment_group_customer
       WHERE segment_id = ? AND deleted_at IS NULL ORDER BY customer_id`,
    params: [segmentId],
  }
}

/** Notes whom we put in and whom we took out. */
export function noteGroupCustomersSql(
  segmentId: string,
  added: string[],
  removed: string[]
): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        DELETE FROM ad_planning_segment_group_customer
         WHERE segment_id = ? AND customer_id = ANY(${JSON_LIST})
      )
      INSERT INTO ad_planning_segment_group_customer (id, segment_id, customer_id)
      SELECT ${newId("seggrp")}, ?, customer_id FROM unnest(${JSON_LIST}) AS customer_id
      ON CONFLICT (segment_id, customer_id) DO NOTHING`,
    params: [
      segmentId,
      JSON.stringify(removed),
      segmentId,
      JSON.stringify(added),
    ],
  }
}

/** Forgets the group of a segment. */
export function forgetGroupSql(segmentId: string): SqlStatement {
  return {
    sql: `
      WITH customers AS (
        DELETE FROM ad_planning_segment_group_customer WHERE segment_id = ?
      )
      UPDATE customer_segment
         SET sync_customer_group = false, customer_group_id = NULL, group_synced_at = NULL,
             group_member_count = NULL, group_without_account = NULL,
             group_edits_undone = 0, group_edited_at = NULL, updated_at = now()
       WHERE id = ?`,
    params: [segmentId, segmentId],
  }
}

/** Notes the figures of a sync. */
export function groupSyncedSql(
  segmentId: string,
  members: number,
  withoutAccount: number,
  edits: number
): SqlStatement {
  return {
    sql: `
      UPDATE customer_segment
         SET group_synced_at = now(), group_member_count = ?, group_without_account = ?,
             group_edits_undone = group_edits_undone + ?,
             group_edited_at = CASE WHEN ?::int > 0 THEN now() ELSE group_edited_at END, updated_at = now()
       WHERE id = ?`,
    params: [members, withoutAccount, edits, edits, segmentId],
  }
}
