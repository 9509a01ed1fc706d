import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/**
 * Notes how large segments are on a day, and their members' net revenue so far.
 *
 * @param netAmount - the net amount of a row of `conversion`
 */
export function noteSegmentDaySql(
  segmentIds: string[],
  day: string,
  netAmount: string
): SqlStatement {
  return {
    sql: `
      WITH earned AS (
        SELECT member.segment_id, conversion.currency, SUM(${netAmount}) AS value
          FROM segment_member member
          JOIN conversion ON conversion.person_id = member.person_id
         WHERE member.segment_id = ANY(${JSON_LIST}) AND member.deleted_at IS NULL
           AND conversion.conversion_type = 'purchase' AND conversion.canceled_at IS NULL
           AND conversion.deleted_at IS NULL
         GROUP BY 1, 2
      ),
      revenue AS (
        SELECT segment_id, jsonb_agg(jsonb_build_object('currency', currency, 'value', value) ORDER BY currency) AS list
          FROM earned GROUP BY segment_id
      )
      INSERT INTO ad_planning_segment_day (id, segment_id, day, customer_count, revenue)
      SELECT ${newId("segday")}, segment.id, ?, segment.customer_count, COALESCE(revenue.list, '[]')
        FROM customer_segment segment
        LEFT JOIN revenue ON revenue.segment_id = segment.id
       WHERE segment.id = ANY(${JSON_LIST}) AND segment.deleted_at IS NULL
      ON CONFLICT (segment_id, day) DO UPDATE
         SET customer_count = excluded.customer_count, revenue = excluded.revenue, updated_at = now()
       WHERE (ad_planning_segment_day.customer_count, ad_planning_segment_day.revenue)
             IS DISTINCT FROM (excluded.customer_count, excluded.revenue)
      RETURNING segment_id`,
    params: [JSON.stringify(segmentIds), day, JSON.stringify(segmentIds)],
  }
}

/** What the list shows of segments beside their rows: revenue, and size 30 days ago. */
export function segmentFiguresSql(
  segmentIds: string[],
  day: string,
  formerDay: string
): SqlStatement {
  const latest = `
        SELECT customer_count, revenue, day FROM ad_planning_segment_day noted
         WHERE noted.segment_id = asked.id AND noted.deleted_at IS NULL AND noted.day <= ?
         ORDER BY day DESC LIMIT 1`
  return {
    sql: `
      SELECT asked.id AS segment_id, now_noted.revenue, former.customer_count AS former_count,
             former.day AS former_day
        FROM unnest(${JSON_LIST}) asked (id)
        LEFT JOIN LATERAL (${latest}) now_noted ON true
        LEFT JOIN LATERAL (${latest}) former ON true`,
    params: [JSON.stringify(segmentIds), day, formerDay],
  }
}
