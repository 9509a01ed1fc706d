import type { RevenueBasis, SqlStatement } from "../../types"
import { purchaseAmount } from "../fragments/report-ctes"

/** Ages below this are corrected for: most refunds are booked by then. */
export const MATURITY_DAYS = 14
// Purchases old enough to be final, and young enough to be like today's.
const FINAL_DAYS = 60
const LEARNED_DAYS = 365

/**
 * What purchases were worth when they were 0 to 13 days old, and what of it was left in
 * the end: how much of young revenue will still be taken back. Sums over purchases
 * 60 to 365 days old; amounts of all currencies, as it is their ratio that counts.
 */
export function revenueMaturitySql(
  asOf: Date,
  revenueBasis: RevenueBasis
): SqlStatement {
  const now = asOf.toISOString()
  return {
    sql: `
      SELECT age.days AS age_days,
             SUM(placed + COALESCE(early.amount, 0))::float8 AS net_at_age,
             SUM(placed + COALESCE(final.amount, 0))::float8 AS net_final
        FROM generate_series(0, ${MATURITY_DAYS - 1}) AS age(days)
       CROSS JOIN (
         SELECT id, converted_at, ${purchaseAmount("placed", revenueBasis)} AS placed
           FROM conversion
          WHERE conversion_type = 'purchase' AND deleted_at IS NULL
            AND converted_at >= ?::timestamptz - interval '${LEARNED_DAYS} days'
            AND converted_at < ?::timestamptz - interval '${FINAL_DAYS} days') purchase
        LEFT JOIN LATERAL (
          SELECT SUM(${purchaseAmount("adjusted", revenueBasis)}) AS amount
            FROM ad_planning_conversion_adjustment adjustment
           WHERE adjustment.conversion_id = purchase.id AND adjustment.deleted_at IS NULL
             AND adjustment.occurred_at < purchase.converted_at + (age.days + 1) * interval '1 day'
        ) early ON true
        LEFT JOIN LATERAL (
          SELECT SUM(${purchaseAmount("adjusted", revenueBasis)}) AS amount
            FROM ad_planning_conversion_adjustment adjustment
           WHERE adjustment.conversion_id = purchase.id AND adjustment.deleted_at IS NULL
             AND adjustment.occurred_at < ?) final ON true
       GROUP BY 1
       ORDER BY 1`,
    params: [now, now, now],
  }
}
