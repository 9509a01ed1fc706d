import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** How many rows of each table went. */
export interface ErasedSegmentRows {
  members: number
  exclusions: number
  history: number
  stale: number
  group_customers: number
}

/** Takes persons out of every segment, its exclusions and its history. */
export function eraseSegmentRowsSql(
  personIds: string[],
  customerIds: string[]
): SqlStatement {
  return {
    sql: `
      WITH theirs AS (SELECT ${JSON_LIST} AS ids),
      members AS (
        DELETE FROM segment_member
         WHERE person_id = ANY((SELECT ids FROM theirs)::text[])
        RETURNING segment_id
      ),
      fewer AS (
        UPDATE customer_segment segment
           SET customer_count = segment.customer_count - gone.count, updated_at = now()
          FROM (SELECT segment_id, COUNT(*)::int AS count FROM members GROUP BY segment_id) gone
         WHERE segment.id = gone.segment_id
      ),
      exclusions AS (
        DELETE FROM ad_planning_segment_exclusion
         WHERE person_id = ANY((SELECT ids FROM theirs)::text[])
        RETURNING 1
      ),
      history AS (
        DELETE FROM ad_planning_segment_history
         WHERE person_id = ANY((SELECT ids FROM theirs)::text[])
        RETURNING 1
      ),
      stale AS (
        DELETE FROM ad_planning_stale_person
         WHERE person_id = ANY((SELECT ids FROM theirs)::text[])
        RETURNING 1
      ),
      customers AS (
        DELETE FROM ad_planning_segment_group_customer WHERE customer_id = ANY(${JSON_LIST})
        RETURNING 1
      )
      SELECT (SELECT COUNT(*) FROM customers)::int AS group_customers,
             (SELECT COUNT(*) FROM members)::int AS members,
             (SELECT COUNT(*) FROM exclusions)::int AS exclusions,
             (SELECT COUNT(*) FROM history)::int AS history,
             (SELECT COUNT(*) FROM stale)::int AS stale`,
    params: [JSON.stringify(personIds), JSON.stringify(customerIds)],
  }
}
