import type { SqlStatement } from "../../types"
import type { CompileContext } from "./compile-context"
import { COUNTED_PURCHASE, rateOf } from "./purchase-parts"
import { RFM_GRID } from "./rfm-groups"

const GRID = RFM_GRID.flat()
  .map((group) => `'${group}'`)
  .join(", ")

/** Of `n` people, the score of those who stand at `rank`; ties share it. */
const score = (value: string) =>
  `(1 + 5 * (rank() OVER (ORDER BY ${value}) - 1) / COUNT(*) OVER ())::int`

/**
 * RFM scores of everybody with an uncancelled order, over the whole history: last
 * purchase day, purchase days, net revenue. Scores compare people with each other,
 * so it never looks at some alone.
 */
export function rfmSource(context: CompileContext): SqlStatement {
  const rate = rateOf("conversion.currency", context)
  const at = context.as_of.toISOString()
  return {
    sql: `
        SELECT person_id, r, f, m, net_revenue,
               (ARRAY[${GRID}])[(r - 1) * 5 + (f + m + 1) / 2] AS "group"
          FROM (SELECT person_id, net_revenue, ${score("last_day")} AS r, ${score("days")} AS f,
                       ${score("net_revenue")} AS m
                  FROM (SELECT person_id, MAX(day) AS last_day, COUNT(DISTINCT day) AS days,
                               COALESCE(SUM(net * rate), 0) AS net_revenue
                          FROM (SELECT conversion.person_id,
                                       (conversion.converted_at AT TIME ZONE ?)::date AS day,
                                       ${context.net_amount} AS net, ${rate.sql} AS rate
                                  FROM conversion
                                 WHERE ${COUNTED_PURCHASE}
                                   AND conversion.converted_at < ?::timestamptz) purchase
                         GROUP BY person_id) buyer) scored`,
    params: [context.timezone, ...rate.params, at],
  }
}
