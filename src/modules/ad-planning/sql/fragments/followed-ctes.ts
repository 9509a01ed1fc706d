import { inSegment } from "./in-segment"
import type { FollowRequest, JourneyEventType, SqlStatement } from "../../types"
import {
  ANY_EVENT_TYPE,
  JOURNEY_COUNTS,
  JOURNEY_SUBJECT,
  JOURNEY_WINDOW,
  windowHours,
} from "./journey-touchpoints"

/** Columns that a report adds; without values of its own. */
export interface FollowedColumns {
  /** Of each touchpoint: expressions with their names. */
  touchpoint?: string[]
  /** Of each subject, from all their touchpoints: name -> aggregate. */
  subject?: Record<string, string>
  /** Reads touchpoints of every type, not only those of the steps. */
  is_everything?: boolean
}

/**
 * The CTE `followed`: who enters in the period, when they reached each step
 * (`reached_0` is the entry; null for a step not reached), and whether their
 * window is over. The entry is the first touchpoint of the first step in the
 * period; each later step is the earliest one after the step before, within the
 * window after the entry. Later steps may lie after the period. The touchpoints
 * are read once; a join for each step would read them as often.
 */
export function followedCtes(
  request: FollowRequest & { steps: JourneyEventType[] },
  { touchpoint = [], subject = {}, is_everything }: FollowedColumns
): SqlStatement {
  const { steps, website_id } = request
  const segment = inSegment("person_id", request.segment_id)
  const from = request.from.toISOString()
  const to = request.to.toISOString()
  const hours = windowHours(request.window_days)
  const later = steps.slice(1).map((_, index) => index + 1)
  const types = is_everything
    ? ANY_EVENT_TYPE
    : `event_type IN (${later.map(() => "?").join(", ")})`
  const aggregates = Object.entries(subject).map(
    ([name, aggregate]) => `${aggregate} AS ${name},`
  )
  const kept = Object.keys(subject).map((name) => `${name},`)
  return {
    sql: `
      touchpoint AS (
        SELECT ${JOURNEY_SUBJECT} AS subject, id, event_type, timestamp,
               ${touchpoint.map((column) => `${column},`).join(" ")}
               event_type = ? AND timestamp < ?::timestamptz AS is_entry
          FROM customer_journey
         WHERE ${JOURNEY_COUNTS}${website_id ? " AND website_id = ?" : ""}${segment.sql}
           AND timestamp >= ?::timestamptz
           AND (event_type = ? AND timestamp < ?::timestamptz
                OR ${types} AND timestamp <= ?::timestamptz + ${JOURNEY_WINDOW})
      ),
      entered AS (
        SELECT ${aggregates.join("\n               ")}
               MIN(timestamp) FILTER (WHERE is_entry) AS reached_0,
               ${later.map((number) => `array_agg(timestamp) FILTER (WHERE event_type = ?) AS times_${number}`).join(",\n               ")}
          FROM touchpoint
         WHERE subject IS NOT NULL
         GROUP BY subject
        HAVING bool_or(is_entry)
      ),
      followed AS (
        SELECT ${kept.join(" ")} reached_0 + ${JOURNEY_WINDOW} <= ?::timestamptz AS is_finished,
               ${reachedOf(steps).join(", ")}
          FROM entered
          ${later.map((number) => nextStep(steps, number)).join("")}
      )`,
    params: [
      steps[0]!,
      to,
      ...(website_id ? [website_id] : []),
      ...segment.params,
      from,
      steps[0]!,
      to,
      ...(is_everything ? [] : steps.slice(1)),
      to,
      hours,
      ...steps.slice(1),
      hours,
      request.as_of.toISOString(),
      ...later.map(() => hours),
    ],
  }
}

/** The columns of `followed` that say when each step was reached. */
export function reachedOf(steps: readonly JourneyEventType[]): string[] {
  return steps.map((_, index) => `reached_${index}`)
}

function nextStep(steps: JourneyEventType[], number: number): string {
  // The same thing again is another touchpoint; another thing may be the same moment's.
  const isAfter = steps[number] === steps[number - 1] ? ">" : ">="
  return `
          CROSS JOIN LATERAL (
            SELECT MIN(time) AS reached_${number} FROM unnest(times_${number}) AS time
             WHERE time ${isAfter} reached_${number - 1} AND time <= reached_0 + ${JOURNEY_WINDOW}
          ) step_${number}`
}
