import type { EngagementOptions, SqlStatement } from "../../types"
import {
  ENGAGEMENT_LEVELS,
  ENGAGING_EVENTS,
} from "../../utils/scores/engagement"
import { JSON_LIST } from "../fragments/json-list"
import { jsonList } from "../fragments/person-scope"
import { populationOf } from "../fragments/population"

const SECONDS_PER_DAY = 86_400

/**
 * Everybody's engagement: weight times count of what they did in the window before a
 * moment, and in the one before that. Page views count up to a number a day; what
 * was cancelled counts nothing. With a half-life an event is worth half as much that
 * many days before the window's end.
 *
 * `breakdown.events` has the counts and points of each kind, `breakdown.raw` what
 * uncapped page views would make, `breakdown.former` the former window and `trend`
 * the difference.
 *
 * @param timezone - in which a day of page views begins
 * @returns a query for `writeScores`
 */
export function engagementScoresSql(
  personIds: string[] | null,
  asOf: Date,
  { window_days, weights, max_page_views_per_day, ...other }: EngagementOptions,
  timezone: string
): SqlStatement {
  const now = asOf.toISOString()
  const { half_life_days = null } = other
  const population = populationOf(personIds)
  const isAsked = personIds === null ? "true" : `person_id = ANY(${JSON_LIST})`
  return {
    sql: `
      WITH bound AS (
        SELECT ?::timestamptz AS until, make_interval(hours => ?) AS span
      ),
      weight (event_type, points) AS (
        VALUES ${ENGAGING_EVENTS.map(() => "(?, ?::float8)").join(", ")}
      ),
      counted AS (
        SELECT journey.person_id, journey.event_type, journey.timestamp >= bound.until - bound.span AS is_current,
               COUNT(*) AS events, MAX(journey.timestamp) AS last_at,
               SUM(CASE WHEN ?::float8 IS NULL THEN 1 ELSE
                 power(0.5, EXTRACT(EPOCH FROM
                   CASE WHEN journey.timestamp >= bound.until - bound.span THEN bound.until
                        ELSE bound.until - bound.span END - journey.timestamp)::float8 / ${SECONDS_PER_DAY} / ?::float8)
               END)::float8 AS worth
          FROM customer_journey journey
         CROSS JOIN bound
         WHERE journey.deleted_at IS NULL AND journey.person_id IS NOT NULL AND ${isAsked}
           AND journey.timestamp >= bound.until - 2 * bound.span AND journey.timestamp < bound.until
           AND journey.event_type IN (SELECT event_type FROM weight)
           AND (journey.event_data ->> 'canceled') IS DISTINCT FROM 'true'
         GROUP BY 1, 2, 3,
                  CASE WHEN journey.event_type = 'page_view' THEN (journey.timestamp AT TIME ZONE ?)::date END
      ),
      valued AS (
        SELECT person_id, event_type, is_current, SUM(events)::int AS events, MAX(last_at) AS last_at,
               SUM(CASE WHEN event_type = 'page_view' THEN LEAST(events, ?) ELSE events END)::int AS counted,
               weight.points * SUM(worth * CASE WHEN event_type = 'page_view' THEN LEAST(1, ?::float8 / events) ELSE 1 END) AS points,
               weight.points * SUM(worth) AS raw
          FROM counted
          JOIN weight USING (event_type)
         GROUP BY person_id, event_type, is_current, weight.points
      ),
      summed AS (
        SELECT person_id, MAX(last_at) AS last_at,
               COALESCE(SUM(points) FILTER (WHERE is_current), 0) AS points,
               COALESCE(SUM(raw) FILTER (WHERE is_current), 0) AS raw,
               COALESCE(SUM(points) FILTER (WHERE NOT is_current), 0) AS former,
               COALESCE(jsonb_object_agg(event_type, jsonb_build_object(
                 'events', events, 'counted', counted, 'points', points)) FILTER (WHERE is_current), '{}') AS kinds
          FROM valued
         GROUP BY person_id
      ),
      person AS (${population.sql})
      SELECT person.person_id, COALESCE(summed.points, 0)::float8 AS score_value,
             CASE WHEN summed.points >= ${ENGAGEMENT_LEVELS.high} THEN 'high'
                  WHEN summed.points >= ${ENGAGEMENT_LEVELS.medium} THEN 'medium'
                  WHEN summed.points > 0 THEN 'low' ELSE 'none' END AS level,
             NULL::timestamptz AS at_risk_since,
             jsonb_build_object(
               'window_days', ?::int, 'events', COALESCE(summed.kinds, '{}'),
               'raw', COALESCE(summed.raw, 0), 'former', COALESCE(summed.former, 0),
               'trend', COALESCE(summed.points - summed.former, 0),
               'last_interaction_at', summed.last_at) AS breakdown
        FROM person
        LEFT JOIN summed ON summed.person_id = person.person_id`,
    params: [
      now,
      window_days * 24,
      ...ENGAGING_EVENTS.flatMap((event) => [event, weights[event]]),
      half_life_days,
      half_life_days,
      ...(personIds === null ? [] : [jsonList(personIds)]),
      timezone,
      max_page_views_per_day,
      max_page_views_per_day,
      ...population.params,
      window_days,
    ],
  }
}
