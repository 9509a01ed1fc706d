import type { FunnelBreakdown, FunnelRequest, SqlStatement } from "../../types"
import { followedCtes, reachedOf } from "../fragments/followed-ctes"

// Of the touchpoint that somebody entered with.
const KEYS: Record<FunnelBreakdown, string> = {
  campaign: "ad_campaign_id",
  platform:
    "(SELECT platform FROM ad_planning_campaign WHERE id = ad_campaign_id)",
  device: "event_data ->> 'device'",
}

const NO_KEYS: Record<FunnelBreakdown, string> = {
  campaign: "(no campaign)",
  platform: "(no campaign)",
  device: "(unknown)",
}

/**
 * How many of those who do the first step in the period do the next ones, in
 * this order and within the window after their entry.
 *
 * @returns a total, and one row per key of the breakdown, as `FunnelRow`s
 */
export function journeyFunnelSql(request: FunnelRequest): SqlStatement {
  const { breakdown } = request
  const followed = followedCtes(request, {
    touchpoint: breakdown
      ? [`COALESCE(${KEYS[breakdown]}, '${NO_KEYS[breakdown]}') AS key`]
      : [],
    subject: {
      key: breakdown
        ? "(array_agg(key ORDER BY timestamp, id) FILTER (WHERE is_entry))[1]"
        : "NULL",
    },
  })
  const reached = reachedOf(request.steps)
  return {
    sql: `
      WITH ${followed.sql}
      SELECT GROUPING(key) = 1 AS is_total, key,
             ${list(reached, (time) => `COUNT(${time}) FILTER (WHERE is_finished)`)} AS reached,
             ${list(reached, (time) => `COUNT(${time}) FILTER (WHERE NOT is_finished)`)} AS reached_unfinished,
             ${list(reached, (time, index) => medianSeconds(time, reached[index - 1]))} AS median_seconds
        FROM followed
       GROUP BY GROUPING SETS ((), (key))`,
    params: followed.params,
  }
}

function medianSeconds(time: string, former: string | undefined): string {
  return former === undefined
    ? "NULL"
    : `percentile_cont(0.5) WITHIN GROUP (
                ORDER BY EXTRACT(epoch FROM ${time} - ${former}))
              FILTER (WHERE is_finished AND ${time} IS NOT NULL)`
}

function list(
  times: string[],
  expression: (time: string, index: number) => string
): string {
  return `jsonb_build_array(${times.map(expression).join(", ")})`
}
