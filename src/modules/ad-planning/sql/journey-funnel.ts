import type { FunnelBreakdown, FunnelRequest, SqlStatement } from "../types"

const HOURS_PER_DAY = 24

/** Whose touchpoint it is: the person, or whatever names an unknown one. */
export const JOURNEY_SUBJECT =
  "COALESCE(person_id, visitor_id, email_hash, customer_id)"

/** What did not come to nothing: a cancelled order is no purchase. */
export const JOURNEY_COUNTS =
  "deleted_at IS NULL AND event_data -> 'canceled' IS NULL"

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

// Hours, not days: a window is as long in the week the clocks change.
const WINDOW = "make_interval(hours => ?)"

/**
 * How many of those who do the first step in the period do the next ones, in
 * this order and within the window after their entry. The entry is the first
 * such touchpoint in the period; each later step is the earliest one after the
 * step before. Later steps may lie after the period. The touchpoints are read
 * once; a join for each step would read them as often.
 *
 * @returns a total, and one row per key of the breakdown, as `FunnelRow`s
 */
export function journeyFunnelSql(request: FunnelRequest): SqlStatement {
  const { steps, breakdown, website_id } = request
  const from = request.from.toISOString()
  const to = request.to.toISOString()
  const hours = request.window_days * HOURS_PER_DAY
  const later = steps.slice(1).map((_, index) => index + 1)
  const numbers = [0, ...later]
  return {
    sql: `
      WITH touchpoint AS (
        SELECT ${JOURNEY_SUBJECT} AS subject, id, event_type, timestamp, timestamp < ?::timestamptz AS is_in_period
               ${breakdown ? `, COALESCE(${KEYS[breakdown]}, '${NO_KEYS[breakdown]}') AS key` : ""}
          FROM customer_journey
         WHERE ${JOURNEY_COUNTS}${website_id ? " AND website_id = ?" : ""}
           AND timestamp >= ?::timestamptz
           AND (event_type = ? AND timestamp < ?::timestamptz
                OR event_type IN (${later.map(() => "?").join(", ")})
                   AND timestamp <= ?::timestamptz + ${WINDOW})
      ),
      entered AS (
        SELECT MIN(timestamp) FILTER (WHERE ${IS_ENTRY}) AS reached_0,
               ${breakdown ? `(array_agg(key ORDER BY timestamp, id) FILTER (WHERE ${IS_ENTRY}))[1]` : "NULL"} AS key,
               ${later.map((number) => `array_agg(timestamp) FILTER (WHERE event_type = ?) AS times_${number}`).join(",\n               ")}
          FROM touchpoint
         WHERE subject IS NOT NULL
         GROUP BY subject
        HAVING bool_or(${IS_ENTRY})
      ),
      followed AS (
        SELECT key, reached_0 + ${WINDOW} <= ?::timestamptz AS is_finished, ${numbers.map((number) => `reached_${number}`).join(", ")}
          FROM entered
          ${later.map((number) => nextStep(steps, number)).join("")}
      )
      SELECT GROUPING(key) = 1 AS is_total, key,
             ${list(numbers, (number) => `COUNT(reached_${number}) FILTER (WHERE is_finished)`)} AS reached,
             ${list(numbers, (number) => `COUNT(reached_${number}) FILTER (WHERE NOT is_finished)`)} AS reached_unfinished,
             ${list(numbers, medianSeconds)} AS median_seconds
        FROM followed
       GROUP BY GROUPING SETS ((), (key))`,
    params: [
      to,
      ...(website_id ? [website_id] : []),
      from,
      steps[0]!,
      to,
      ...steps.slice(1),
      to,
      hours,
      steps[0]!,
      ...(breakdown ? [steps[0]!] : []),
      ...steps.slice(1),
      steps[0]!,
      hours,
      request.as_of.toISOString(),
      ...later.map(() => hours),
    ],
  }
}

const IS_ENTRY = "event_type = ? AND is_in_period"

function nextStep(steps: FunnelRequest["steps"], number: number): string {
  // The same thing again is another touchpoint; another thing may be the same moment's.
  const isAfter = steps[number] === steps[number - 1] ? ">" : ">="
  return `
          CROSS JOIN LATERAL (
            SELECT MIN(time) AS reached_${number} FROM unnest(times_${number}) AS time
             WHERE time ${isAfter} reached_${number - 1} AND time <= reached_0 + ${WINDOW}
          ) step_${number}`
}

function medianSeconds(number: number): string {
  return number === 0
    ? "NULL"
    : `percentile_cont(0.5) WITHIN GROUP (
                ORDER BY EXTRACT(epoch FROM reached_${number} - reached_${number - 1}))
              FILTER (WHERE is_finished AND reached_${number} IS NOT NULL)`
}

function list(numbers: number[], expression: (number: number) => string) {
  return `jsonb_build_array(${numbers.map(expression).join(", ")})`
}
