import { inSegment } from "../fragments/in-segment"
import type { FirstPurchaseRequest, SqlStatement } from "../../types"
import {
  DAY_RANGES,
  TOUCHPOINT_RANGES,
} from "../../utils/journeys/first-purchase-report"
import { JOURNEY_COUNTS } from "../fragments/journey-touchpoints"

const SECONDS_PER_DAY = 86_400

/**
 * How long it takes until somebody buys for the first time: of the first
 * purchases in the period, the days since the person's first touchpoint and
 * how many there were, both strictly before the purchase. Quantiles interpolate
 * (type 7, as R and numpy do).
 *
 * @returns one `FirstPurchaseRow`
 */
export function firstPurchaseSql(request: FirstPurchaseRequest): SqlStatement {
  const { website_id } = request
  const segment = inSegment("person_id", request.segment_id)
  return {
    sql: `
      WITH bought AS (
        SELECT person_id, timestamp
          FROM customer_journey
         WHERE ${JOURNEY_COUNTS} AND event_type = 'purchase' AND stage = 'conversion'
           AND timestamp >= ?::timestamptz AND timestamp < ?::timestamptz
           AND timestamp <= ?::timestamptz${website_id ? " AND website_id = ?" : ""}${segment.sql}
      ),
      buyer AS (
        SELECT person_id, touchpoints,
               (EXTRACT(epoch FROM bought.timestamp - first_at) / ${SECONDS_PER_DAY})::float8 AS days
          FROM bought
          CROSS JOIN LATERAL (
            SELECT COUNT(*) AS touchpoints, MIN(timestamp) AS first_at
              FROM customer_journey
             WHERE ${JOURNEY_COUNTS} AND person_id = bought.person_id
               AND timestamp < bought.timestamp
          ) before
      )
      SELECT COUNT(person_id)::int AS buyers,
             (COUNT(*) - COUNT(person_id))::int AS unknown_buyers,
             COUNT(person_id) FILTER (WHERE touchpoints = 0)::int AS without_touchpoints,
             ${quantiles("days")} AS days,
             ${quantiles("touchpoints")} AS touchpoints,
             ${counts("days", DAY_RANGES)} AS by_days,
             ${counts("touchpoints", TOUCHPOINT_RANGES)} AS by_touchpoints
        FROM buyer`,
    params: [
      request.from.toISOString(),
      request.to.toISOString(),
      request.as_of.toISOString(),
      ...(website_id ? [website_id] : []),
      ...segment.params,
    ],
  }
}

function quantiles(column: string): string {
  return `to_jsonb(percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.9])
               WITHIN GROUP (ORDER BY ${column}::float8) FILTER (WHERE touchpoints > 0))`
}

function counts(column: string, starts: readonly number[]): string {
  const cells = starts.map((start, index) => {
    const end = starts[index + 1]
    const isBelow = end === undefined ? "" : ` AND ${column} < ${end}`
    return `COUNT(*) FILTER (WHERE ${column} >= ${start}${isBelow})`
  })
  return `jsonb_build_array(${cells.join(",\n               ")})`
}
