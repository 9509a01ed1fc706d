import type { NpsRequest, SqlStatement } from "../../types"
import { npsFilter, npsPeriods } from "../fragments/nps-filter"
import { isAnswer, npsGroupOf, onTenOf } from "../fragments/rating-on-ten"

const GROUPS = ["promoter", "passive", "detractor"]

/** Promoters, passives and detractors of some rows, as a JSON array. */
function triple(condition: string): string {
  const counts = GROUPS.map(
    (name) =>
      `COUNT(*) FILTER (WHERE ${condition} AND answer.nps_group = '${name}')`
  )
  return `jsonb_build_array(${counts.join(", ")})`
}

/**
 * What was answered in each period, by promoters, passives and detractors: of each
 * person the latest answer of the period, and every answer; stars and 0 to 10 also
 * apart. An answer of nobody known counts by itself. Beside it what was asked in the
 * period, and how much of that was answered by now.
 *
 * @returns one `NpsCountsRow` per period, or per period and segment with anything
 */
export function npsCountsSql({
  periods,
  filters,
  by_segment = false,
}: NpsRequest): SqlStatement {
  const period = npsPeriods(periods)
  const filter = npsFilter(filters)
  const scope = by_segment ? "member.segment_id" : "'store'::text"
  const members = by_segment
    ? "JOIN segment_member member ON member.person_id = rating.person_id AND member.deleted_at IS NULL"
    : ""
  return {
    sql: `
      WITH ${period.sql},
      answer AS (
        SELECT period.period_index, ${scope} AS scope, rating.person_id, rating.scale,
               ${npsGroupOf(onTenOf("rating"))} AS nps_group,
               ROW_NUMBER() OVER newest = 1 AS is_latest,
               ROW_NUMBER() OVER newest_of_scale = 1 AS is_latest_of_scale
          FROM period
          JOIN ad_planning_rating rating
            ON rating.answered_at >= period.starts_at AND rating.answered_at < period.ends_at
          ${members}
         WHERE ${isAnswer("rating")} AND ${filter.sql}
        WINDOW newest AS (PARTITION BY period.period_index, ${scope}, COALESCE(rating.person_id, rating.id)
                          ORDER BY rating.answered_at DESC, rating.source_type, rating.source_id),
               newest_of_scale AS (PARTITION BY period.period_index, ${scope}, COALESCE(rating.person_id, rating.id), rating.scale
                          ORDER BY rating.answered_at DESC, rating.source_type, rating.source_id)
      ),
      answered AS (
        SELECT period_index, scope, ${triple("is_latest")} AS latest, ${triple("true")} AS all_responses,
               ${triple("is_latest_of_scale AND scale = '1-5'")} AS stars,
               ${triple("is_latest_of_scale AND scale = '0-10'")} AS zero_to_ten,
               COUNT(*) FILTER (WHERE person_id IS NULL)::int AS unknown
          FROM answer
         GROUP BY 1, 2
      ),
      question AS (
        SELECT period.period_index, ${scope} AS scope,
               COUNT(*) FILTER (WHERE state = 'undetermined')::int AS undetermined,
               COUNT(*) FILTER (WHERE state = 'not_customer')::int AS not_customer,
               COUNT(*) FILTER (WHERE state <> 'not_customer' AND asked_at IS NOT NULL)::int AS asked,
               COUNT(*) FILTER (WHERE state = 'answered' AND asked_at IS NOT NULL)::int AS asked_answered
          FROM period
          JOIN ad_planning_rating rating
            ON COALESCE(rating.asked_at, rating.created_at) >= period.starts_at
           AND COALESCE(rating.asked_at, rating.created_at) < period.ends_at
          ${members}
         WHERE rating.deleted_at IS NULL AND ${filter.sql}
         GROUP BY 1, 2
      ),
      shown AS (
        SELECT period_index, scope FROM answered
        UNION SELECT period_index, scope FROM question
        ${by_segment ? "" : "UNION SELECT period_index, 'store' FROM period"}
      )
      SELECT shown.period_index, shown.scope,
             ${["latest", "all_responses", "stars", "zero_to_ten"].map((name) => `COALESCE(answered.${name}, '[0, 0, 0]') AS ${name}`).join(", ")},
             COALESCE(answered.unknown, 0) AS unknown,
             ${["undetermined", "not_customer", "asked", "asked_answered"].map((name) => `COALESCE(question.${name}, 0) AS ${name}`).join(", ")}
        FROM shown
        LEFT JOIN answered USING (period_index, scope)
        LEFT JOIN question USING (period_index, scope)
       ORDER BY 1, 2`,
    params: [...period.params, ...filter.params, ...filter.params],
  }
}
