import type { FxPeriod } from "../../utils/money/fx-rate"
import type { MetricGroup, MetricQuestion, SqlStatement } from "../../types"
import { COVARIATE_DAYS, exposedCte, factCte } from "./experiment-ctes"

/** Share of positive visitor totals that a cap leaves as they are. */
export const CAP_QUANTILE = 0.999

/**
 * What variants' visitors brought, of any number of variants: counts, sums and
 * sums of squares of the figure per visitor, capped and raw, and of what the same
 * visitors did before. By the day on which they matured (null: not yet), or of all
 * who matured by one of their traits.
 */
export function metricSumsSql(
  question: MetricQuestion,
  fx: FxPeriod[],
  group: MetricGroup = "day"
): SqlStatement {
  const { window_hours, maturity_days, as_of, timezone, cap } = question
  const exposed = exposedCte(question)
  const fact = factCte(question, fx)
  const isRate = !question.is_money
  const covariate = question.use_cuped && group === "day"
  const key = KEYS[group]
  return {
    sql: `
      WITH ${exposed.sql}, ${fact.sql},
      window_of AS (
        SELECT exposed.*, exposed_at + make_interval(hours => ?) AS ends_at,
               exposed_at + make_interval(hours => ?) + make_interval(days => ?) AS matures_at
          FROM exposed),
      outcome AS (
        SELECT seen.visitor_id, COUNT(fact.amount) AS orders, SUM(fact.amount) AS amount,
               COUNT(*) FILTER (WHERE fact.amount IS NULL) AS unpriced
          FROM window_of seen
          JOIN fact ON fact.visitor_id = seen.visitor_id
                   AND fact.converted_at >= seen.exposed_at AND fact.converted_at < seen.ends_at
         GROUP BY 1),
      ${covariate ? BEFORE : NOT_BEFORE},
      cap AS (
        SELECT COALESCE(?::double precision,
          CASE WHEN ?::boolean THEN (
            SELECT percentile_cont(${CAP_QUANTILE}) WITHIN GROUP (ORDER BY outcome.amount)
              FROM outcome JOIN window_of USING (visitor_id)
             WHERE outcome.amount > 0 AND window_of.matures_at <= ?::timestamptz) END) AS value),
      figure AS (
        SELECT seen.variant, seen.visitor_id, seen.exposed_at, seen.device, seen.country_code, seen.matures_at,
               ${isRate ? "CASE WHEN outcome.orders > 0 THEN 1 ELSE 0 END" : "COALESCE(outcome.amount, 0)"}::double precision AS raw,
               LEAST(${isRate ? "CASE WHEN outcome.orders > 0 THEN 1 ELSE 0 END" : "COALESCE(outcome.amount, 0)"}::double precision, cap.value) AS figure,
               COALESCE(outcome.orders, 0) AS orders, COALESCE(outcome.unpriced, 0) AS unpriced, cap.value AS cap,
               before.visitor_id IS NOT NULL AS is_seen,
               ${isRate ? "CASE WHEN before.orders > 0 THEN 1 ELSE 0 END" : "LEAST(COALESCE(before.amount, 0), cap.value)"}::double precision AS covariate
          FROM window_of seen
         CROSS JOIN cap
          LEFT JOIN outcome ON outcome.visitor_id = seen.visitor_id
          LEFT JOIN before ON before.visitor_id = seen.visitor_id)
      SELECT figure.variant, ${key.sql} AS bucket,
             COUNT(*)::int AS visitors, COUNT(*) FILTER (WHERE figure > 0)::int AS converters,
             SUM(figure) AS sum, SUM(figure * figure) AS sum_squares,
             SUM(raw) AS raw_sum, SUM(raw * raw) AS raw_sum_squares,
             SUM(orders)::double precision AS denominator, SUM(orders * orders)::double precision AS denominator_squares,
             SUM(figure * orders) AS "cross", SUM(unpriced)::int AS unpriced,
             COUNT(*) FILTER (WHERE is_seen)::int AS seen,
             COALESCE(SUM(figure) FILTER (WHERE is_seen), 0) AS seen_sum,
             COALESCE(SUM(covariate) FILTER (WHERE is_seen), 0) AS covariate_sum,
             COALESCE(SUM(covariate * covariate) FILTER (WHERE is_seen), 0) AS covariate_squares,
             COALESCE(SUM(covariate * figure) FILTER (WHERE is_seen), 0) AS covariate_cross,
             MAX(cap) AS cap
        FROM figure ${key.join}
       ${group === "day" ? "" : "WHERE matures_at <= ?::timestamptz"}
       GROUP BY 1, 2
       ORDER BY 1, 2`,
    params: [
      ...exposed.params,
      ...fact.params,
      window_hours,
      window_hours,
      maturity_days,
      cap,
      question.is_money,
      as_of,
      ...(group === "day" ? [as_of, timezone] : [as_of]),
    ],
  }
}

/** What visitors who were there before did then; who was not has no row. */
const BEFORE = `before AS (
        SELECT visitor_id, SUM(orders)::bigint AS orders, SUM(amount) AS amount FROM (
          SELECT seen.visitor_id, 1 AS orders, fact.amount
            FROM exposed seen
            JOIN fact ON fact.visitor_id = seen.visitor_id AND fact.converted_at < seen.exposed_at
                     AND fact.converted_at >= seen.exposed_at - make_interval(days => ${COVARIATE_DAYS})
          UNION ALL
          SELECT seen.visitor_id, 0, 0
            FROM exposed seen
           WHERE EXISTS (
             SELECT 1 FROM customer_journey journey
              WHERE journey.visitor_id = seen.visitor_id AND journey.deleted_at IS NULL
                AND journey.timestamp < seen.exposed_at
                AND journey.timestamp >= seen.exposed_at - make_interval(days => ${COVARIATE_DAYS}))
        ) earlier
        GROUP BY 1)`

const NOT_BEFORE = `before AS (
        SELECT NULL::text AS visitor_id, 0::bigint AS orders, 0::double precision AS amount WHERE false)`

/** The traits are those of before the experiment, but for segments: those of now. */
const KEYS: Record<MetricGroup, { sql: string; join: string }> = {
  day: {
    sql: `CASE WHEN matures_at <= ?::timestamptz
                  THEN to_char(matures_at AT TIME ZONE ?, 'YYYY-MM-DD') END`,
    join: "",
  },
  device: { sql: "COALESCE(device, '(unknown)')", join: "" },
  country: { sql: "COALESCE(country_code, '(unknown)')", join: "" },
  campaign: {
    sql: "COALESCE(touch.ad_campaign_id, '(no campaign)')",
    join: `
        LEFT JOIN LATERAL (
          SELECT ad_campaign_id FROM campaign_attribution
           WHERE campaign_attribution.visitor_id = figure.visitor_id AND deleted_at IS NULL
             AND started_at <= figure.exposed_at
           ORDER BY started_at DESC, session_id DESC LIMIT 1) touch ON true`,
  },
  segment: {
    sql: "COALESCE(member.segment_id, '(no segment)')",
    join: `
        LEFT JOIN LATERAL (
          SELECT DISTINCT segment_member.segment_id
            FROM ad_planning_identity_link link
            JOIN segment_member ON segment_member.person_id = link.person_id AND segment_member.deleted_at IS NULL
           WHERE link.kind = 'visitor' AND link.value = figure.visitor_id
             AND link.revoked_at IS NULL AND link.deleted_at IS NULL) member ON true`,
  },
}
