import type { NpsFilters, SqlStatement, SqlValue } from "../../types"

const THEIR_ORDER = `SELECT 1 FROM conversion
                      WHERE conversion.order_id = rating.order_id AND conversion.conversion_type = 'purchase'
                        AND conversion.deleted_at IS NULL`

/** Which rows of `rating` a report is about. */
export function npsFilter(filters: NpsFilters): SqlStatement {
  const clauses: [value: string | undefined, sql: string][] = [
    [
      filters.product_id,
      `EXISTS (SELECT 1 FROM ad_planning_order_line line
                WHERE line.order_id = rating.order_id AND line.product_id = ? AND line.deleted_at IS NULL)`,
    ],
    [
      filters.ad_campaign_id,
      `EXISTS (${THEIR_ORDER} AND conversion.ad_campaign_id = ?)`,
    ],
    [
      filters.country,
      `COALESCE((SELECT conversion.country_code FROM conversion
                  WHERE conversion.order_id = rating.order_id AND conversion.conversion_type = 'purchase'
                    AND conversion.deleted_at IS NULL LIMIT 1),
                (SELECT profile.country FROM ad_planning_person_profile profile
                  WHERE profile.person_id = rating.person_id AND profile.deleted_at IS NULL)) = ?`,
    ],
    [
      filters.segment_id,
      `EXISTS (SELECT 1 FROM segment_member member
                WHERE member.segment_id = ? AND member.person_id = rating.person_id AND member.deleted_at IS NULL)`,
    ],
    [filters.source_type, "rating.source_type = ?"],
  ]
  const asked = clauses.flatMap(([value, sql]): [SqlValue, string][] =>
    value === undefined ? [] : [[value, sql]]
  )
  return {
    sql: ["true", ...asked.map(([, sql]) => sql)].join(" AND "),
    params: asked.map(([value]) => value),
  }
}

/** The periods asked for, as rows. */
export function npsPeriods(periods: { from: Date; to: Date }[]): SqlStatement {
  return {
    sql: `period (period_index, starts_at, ends_at) AS (
        VALUES ${periods.map(() => "(?::int, ?::timestamptz, ?::timestamptz)").join(", ")})`,
    params: periods.flatMap(({ from, to }, index) => [
      index,
      from.toISOString(),
      to.toISOString(),
    ]),
  }
}
