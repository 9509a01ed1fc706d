import type { EngagementOptions, SqlStatement } from "../../types"
import type { ChurnFeature } from "../../utils/scores/churn-rules"
import { type PurchaseScope, purchasesUntil } from "./purchases-until"
import { isAnswer, onTenOf } from "./rating-on-ten"

/**
 * What a risk is told from, and how it is read from `buyer`. What somebody has not is
 * 0, with a flag of its own.
 */
export const CHURN_FEATURES = [
  ["log_recency", "ln(1 + recency)"],
  ["log_purchase_days", "ln(days)"],
  ["log_tenure", "ln(1 + tenure)"],
  ["log_mean_gap", "ln(1 + COALESCE(gap, 0))"],
  [
    "recency_by_gap",
    "CASE WHEN gap IS NULL THEN 0 ELSE ln(1 + recency / GREATEST(gap, 1)) END",
  ],
  ["one_time", "(days = 1)::int"],
  ["log_net", "ln(1 + GREATEST(net, 0))"],
  ["days_last_30", "days_last_30"],
  ["engagement", "ln(1 + engagement)"],
  ["former_engagement", "ln(1 + former_engagement)"],
  ["last_rating", "COALESCE(rating, 0)"],
  ["has_rating", "(rating IS NOT NULL)::int"],
  ["refund_share", "refund_share"],
  ["sentiment", "COALESCE(sentiment, 0)"],
  ["has_sentiment", "(sentiment IS NOT NULL)::int"],
] as const satisfies readonly (readonly [ChurnFeature, string])[]

/**
 * CTEs up to `buyer`: what was known of each buyer at a moment, by the dates of the
 * sources. Engagement is without purchases, which other features hold; page views of
 * a visitor count once it was known by then who the visitor is.
 */
export function buyersUntil(
  scope: PurchaseScope,
  { window_days, weights, max_page_views_per_day }: EngagementOptions
): SqlStatement {
  const purchases = purchasesUntil(scope)
  const kinds = Object.entries(weights).filter(([kind]) => kind !== "purchase")
  return {
    sql: `
      ${purchases.sql},
      buying_day AS (SELECT DISTINCT person_id, day FROM purchase),
      gap AS (
        SELECT person_id, day - LAG(day) OVER (PARTITION BY person_id ORDER BY day) AS days FROM buying_day
      ),
      cadence AS (
        SELECT person_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days
          FROM gap WHERE days IS NOT NULL GROUP BY person_id
      ),
      history AS (
        SELECT person_id, COUNT(*)::int AS orders, COUNT(DISTINCT day)::int AS days, MAX(day) AS last_day,
               COUNT(DISTINCT day) FILTER (WHERE day > today - 30)::int AS days_last_30,
               (today - MAX(day))::float8 AS recency, (today - MIN(day))::float8 AS tenure,
               (MAX(day) - MIN(day))::float8 / NULLIF(COUNT(DISTINCT day) - 1, 0) AS gap,
               COALESCE(SUM(net), 0)::float8 AS net, COUNT(net) > 0 AS is_priced,
               COALESCE(SUM(net) FILTER (WHERE net > 0) / NULLIF(COUNT(*) FILTER (WHERE net > 0), 0), 0)::float8 AS order_value,
               COALESCE(GREATEST(0, SUM(placed - net)) / NULLIF(SUM(placed), 0), 0)::float8 AS refund_share
          FROM purchase CROSS JOIN moment
         GROUP BY person_id, today
      ),
      weight (event_type, points) AS (VALUES ${kinds.map(() => "(?, ?::float8)").join(", ")}),
      seen AS (
        SELECT journey.person_id, journey.event_type, journey.timestamp >= moment.at - span.one AS is_now,
               LEAST(COUNT(*), CASE WHEN journey.event_type = 'page_view' THEN ?::int ELSE 1000000 END) AS events
          FROM customer_journey journey
          JOIN weight USING (event_type)
         CROSS JOIN moment
         CROSS JOIN (SELECT make_interval(hours => ?) AS one) span
         WHERE journey.deleted_at IS NULL AND journey.person_id IN (SELECT person_id FROM history)
           AND journey.timestamp >= moment.at - 2 * span.one AND journey.timestamp < moment.at
           AND (journey.event_data ->> 'canceled') IS DISTINCT FROM 'true'
           AND (journey.event_type <> 'page_view' OR EXISTS (
             SELECT 1 FROM ad_planning_identity_link link
              WHERE link.kind = 'visitor' AND link.value = journey.visitor_id AND link.person_id = journey.person_id
                AND link.valid_from <= moment.at AND link.deleted_at IS NULL))
         GROUP BY 1, 2, 3, (journey.timestamp AT TIME ZONE ?)::date
      ),
      engaged AS (
        SELECT person_id, COALESCE(SUM(events * points) FILTER (WHERE is_now), 0)::float8 AS engagement,
               COALESCE(SUM(events * points) FILTER (WHERE NOT is_now), 0)::float8 AS former_engagement
          FROM seen JOIN weight USING (event_type) GROUP BY person_id
      ),
      rated AS (
        SELECT DISTINCT ON (rating.person_id) rating.person_id, ${onTenOf("rating")}::float8 AS rating
          FROM ad_planning_rating rating CROSS JOIN moment
         WHERE ${isAnswer("rating")} AND rating.person_id IS NOT NULL AND rating.answered_at <= moment.at
         ORDER BY rating.person_id, rating.answered_at DESC, rating.source_type, rating.source_id
      ),
      felt AS (
        SELECT DISTINCT ON (analysis.person_id) analysis.person_id, analysis.sentiment_score::float8 AS sentiment
          FROM sentiment_analysis analysis CROSS JOIN moment
         WHERE analysis.deleted_at IS NULL AND analysis.person_id IS NOT NULL AND analysis.occurred_at <= moment.at
         ORDER BY analysis.person_id, analysis.occurred_at DESC, analysis.id
      ),
      buyer AS (
        SELECT history.*, cadence.days AS cadence_days, COALESCE(engaged.engagement, 0) AS engagement,
               COALESCE(engaged.former_engagement, 0) AS former_engagement, rated.rating, felt.sentiment
          FROM history
          LEFT JOIN cadence USING (person_id)
          LEFT JOIN engaged USING (person_id)
          LEFT JOIN rated USING (person_id)
          LEFT JOIN felt USING (person_id)
      )`,
    params: [
      ...purchases.params,
      ...kinds.flat(),
      max_page_views_per_day,
      window_days * 24,
      scope.timezone,
    ],
  }
}
