import type { RevenueBasis, SqlStatement } from "../../types"
import { COUNTS_IN_REPORTS, purchaseAmount } from "../fragments/report-ctes"

/** What one decision moved from one campaign to another, in one currency. */
export interface MovedConversions {
  from_key: string
  to_key: string
  /** Null where nothing has a price. */
  currency: string | null
  conversions: number
  purchases: number
  /** Exact decimal text. */
  revenue: string
}

/** What was moved because of one alias, touch or choice since a moment. */
export function movedBySql(
  causeId: string,
  since: string,
  basis: RevenueBasis
): SqlStatement {
  const amount = purchaseAmount("net", basis)
  const isPurchase = "conversion_type = 'purchase'"
  return {
    sql: `
      SELECT change.from_key, change.to_key, CASE WHEN ${isPurchase} THEN currency END AS currency,
             COUNT(*)::int AS conversions,
             COUNT(*) FILTER (WHERE ${isPurchase} AND canceled_at IS NULL)::int AS purchases,
             COALESCE(SUM(${amount}) FILTER (WHERE ${isPurchase}), 0)::text AS revenue
        FROM ad_planning_attribution_change change
        JOIN conversion ON conversion.id = change.conversion_id
       WHERE change.changed_at >= ?::timestamptz AND change.cause_id = ? AND change.deleted_at IS NULL
         AND change.from_key <> change.to_key
         AND conversion.deleted_at IS NULL AND ${COUNTS_IN_REPORTS}
       GROUP BY 1, 2, 3
       ORDER BY SUM(${amount}) DESC NULLS LAST, 1, 2, 3`,
    params: [since, causeId],
  }
}

/** This moment, as the database's clock has it. */
export function momentSql(): SqlStatement {
  return { sql: "SELECT clock_timestamp()::text AS moment", params: [] }
}
