import type { EngagementOptions, SqlStatement } from "../../types"
import { buyersUntil, CHURN_FEATURES } from "../fragments/churn-features"
import {
  type PurchaseScope,
  purchasesUntil,
} from "../fragments/purchases-until"

// An order counts as bought once it stayed uncancelled for as long.
const SETTLED = "interval '14 days'"

/**
 * Buyers at a cut-off with their features then and whether they bought nothing in
 * the days after, as it is known at a later moment. At most `limit` of them, in an
 * order that means nothing.
 */
export function churnSamplesSql(
  scope: PurchaseScope,
  engagement: EngagementOptions,
  horizonDays: number,
  knownAt: Date,
  limit: number
): SqlStatement {
  const buyers = buyersUntil(scope, engagement)
  return {
    sql: `
      WITH ${buyers.sql}
      SELECT jsonb_build_array(${CHURN_FEATURES.map(([, sql]) => sql).join(", ")}) AS values,
             (NOT EXISTS (
               SELECT 1 FROM conversion later CROSS JOIN moment
                WHERE later.person_id = buyer.person_id AND later.conversion_type = 'purchase' AND later.deleted_at IS NULL
                  AND later.converted_at > moment.at AND later.converted_at <= moment.at + make_interval(hours => ?)
                  AND (later.canceled_at IS NULL OR later.canceled_at > ?::timestamptz
                       OR later.canceled_at >= later.converted_at + ${SETTLED})))::int AS label
        FROM buyer
       ORDER BY md5(person_id)
       LIMIT ?`,
    params: [...buyers.params, horizonDays * 24, knownAt.toISOString(), limit],
  }
}

/** The store's usual days between two purchase days of a person: the median. */
export function storeCadenceSql(scope: PurchaseScope): SqlStatement {
  const purchases = purchasesUntil(scope)
  return {
    sql: `
      WITH ${purchases.sql},
      gap AS (
        SELECT day - LAG(day) OVER (PARTITION BY person_id ORDER BY day) AS days
          FROM (SELECT DISTINCT person_id, day FROM purchase) bought
      )
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days FROM gap WHERE days IS NOT NULL`,
    params: purchases.params,
  }
}
