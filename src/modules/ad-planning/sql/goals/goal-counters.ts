import type { SqlStatement } from "../../types"
import { JSON_LIST } from "../fragments/json-list"

/** A goal's conversions; amounts are text, for they are exact. */
export interface GoalCountersRow {
  goal_id: string
  conversions: number
  last_converted_at: Date | null
  currencies: { currency: string; value: string }[]
}

/**
 * What each of these goals brought, one row per goal that has any conversion. A
 * canceled order is no conversion; what of its money was kept still counts, as
 * it does in revenue. Amounts are never added across currencies.
 */
export function goalCountersSql(goalIds: string[]): SqlStatement {
  return {
    sql: `
      WITH counted AS (
        SELECT goal_id, currency,
               COUNT(*) FILTER (WHERE canceled_at IS NULL) AS conversions,
               MAX(converted_at) FILTER (WHERE canceled_at IS NULL) AS last_converted_at,
               SUM(CASE WHEN conversion_type = 'purchase' THEN net_value
                        ELSE conversion_value END) AS value
          FROM conversion
         WHERE goal_id = ANY(${JSON_LIST}) AND deleted_at IS NULL
         GROUP BY goal_id, currency
      )
      SELECT goal_id, SUM(conversions)::int AS conversions,
             MAX(last_converted_at) AS last_converted_at,
             COALESCE(
               jsonb_agg(jsonb_build_object('currency', currency, 'value', value::text)
                         ORDER BY currency)
                 FILTER (WHERE currency IS NOT NULL AND value IS NOT NULL),
               '[]') AS currencies
        FROM counted
       GROUP BY goal_id`,
    params: [JSON.stringify(goalIds)],
  }
}
