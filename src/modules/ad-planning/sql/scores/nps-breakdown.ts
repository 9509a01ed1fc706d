import type { NpsRequest, RevenueBasis, SqlStatement } from "../../types"
import type { FxPeriod } from "../../utils/money/fx-rate"
import { npsFilter, npsPeriods } from "../fragments/nps-filter"
import { isAnswer, npsGroupOf, onTenOf } from "../fragments/rating-on-ten"
import { fxCte, purchaseAmount, withCtes } from "../fragments/report-ctes"

/**
 * What promoters, passives and detractors of a period bought until its end: net, in
 * the report's currency, each purchase at the rate of its day. What has no rate is
 * listed apart.
 *
 * @returns one `NpsBreakdownRow` per group that anybody is in
 */
export function npsBreakdownSql(
  { periods, filters }: NpsRequest,
  currency: string,
  basis: RevenueBasis,
  fx: FxPeriod[]
): SqlStatement {
  const filter = npsFilter(filters)
  return withCtes(
    [
      npsPeriods(periods.slice(0, 1)),
      fxCte(fx),
      {
        sql: `
      latest AS (
        SELECT DISTINCT ON (COALESCE(rating.person_id, rating.id))
               rating.person_id, ${npsGroupOf(onTenOf("rating"))} AS nps_group
          FROM period
          JOIN ad_planning_rating rating
            ON rating.answered_at >= period.starts_at AND rating.answered_at < period.ends_at
         WHERE ${isAnswer("rating")} AND ${filter.sql}
         ORDER BY COALESCE(rating.person_id, rating.id), rating.answered_at DESC, rating.source_type, rating.source_id),
      priced AS (
        SELECT latest.nps_group, latest.person_id, conversion.currency, ${purchaseAmount("net", basis)} AS amount,
               CASE WHEN conversion.currency = ? THEN 1
                    WHEN conversion.fx_currency = ? THEN conversion.fx_rate
                    ELSE fx.rate END AS rate
          FROM latest
         CROSS JOIN period
          JOIN conversion ON conversion.person_id = latest.person_id AND conversion.conversion_type = 'purchase'
           AND conversion.canceled_at IS NULL AND conversion.deleted_at IS NULL
           AND conversion.converted_at < period.ends_at
          LEFT JOIN fx ON fx.currency = conversion.currency
           AND conversion.fx_date >= fx.from_date AND conversion.fx_date < fx.until_date),
      lost AS (
        SELECT nps_group, currency, SUM(amount)::text AS revenue
          FROM priced WHERE rate IS NULL GROUP BY 1, 2)`,
        params: [...filter.params, currency, currency],
      },
    ],
    {
      sql: `
      SELECT people.nps_group AS "group", people.people, COALESCE(bought.buyers, 0) AS buyers,
             COALESCE(bought.orders, 0) AS orders, COALESCE(bought.revenue, '0') AS revenue,
             (SELECT COALESCE(jsonb_agg(jsonb_build_object('currency', currency, 'revenue', revenue) ORDER BY currency), '[]')
                FROM lost WHERE lost.nps_group = people.nps_group) AS unconverted
        FROM (SELECT nps_group, COUNT(*)::int AS people FROM latest GROUP BY 1) people
        LEFT JOIN (SELECT nps_group, COUNT(DISTINCT person_id)::int AS buyers, COUNT(*)::int AS orders,
                          SUM(amount * rate)::text AS revenue
                     FROM priced GROUP BY 1) bought ON bought.nps_group = people.nps_group`,
      params: [],
    }
  )
}

/** How often each value was answered in a period, on each scale. */
export function npsDistributionSql({
  periods,
  filters,
}: NpsRequest): SqlStatement {
  const period = npsPeriods(periods.slice(0, 1))
  const filter = npsFilter(filters)
  return {
    sql: `
      WITH ${period.sql}
      SELECT rating.scale, rating.value, COUNT(*)::int AS count
        FROM period
        JOIN ad_planning_rating rating
          ON rating.answered_at >= period.starts_at AND rating.answered_at < period.ends_at
       WHERE ${isAnswer("rating")} AND ${filter.sql}
       GROUP BY 1, 2
       ORDER BY 1, 2`,
    params: [...period.params, ...filter.params],
  }
}

/** The latest comments of a period, newest first. */
export function npsCommentsSql(
  { periods, filters }: NpsRequest,
  limit: number
): SqlStatement {
  const period = npsPeriods(periods.slice(0, 1))
  const filter = npsFilter(filters)
  return {
    sql: `
      WITH ${period.sql}
      SELECT rating.id, rating.person_id, rating.order_id, rating.source_type, rating.source_id,
             rating.scale, rating.value, rating.comment, to_jsonb(rating.answered_at) AS answered_at,
             ${npsGroupOf(onTenOf("rating"))} AS "group"
        FROM period
        JOIN ad_planning_rating rating
          ON rating.answered_at >= period.starts_at AND rating.answered_at < period.ends_at
       WHERE ${isAnswer("rating")} AND rating.comment IS NOT NULL AND ${filter.sql}
       ORDER BY rating.answered_at DESC, rating.id
       LIMIT ?`,
    params: [...period.params, ...filter.params, limit],
  }
}
