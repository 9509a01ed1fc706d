import type { RevenueBasis, SqlStatement } from "../../types"
import { populationOf } from "./population"
import { purchaseAmount } from "./report-ctes"

/** What purchases are read for. */
export interface PurchaseScope {
  /** Only these people; null = everybody. */
  person_ids: string[] | null
  /** What happened later is unknown. */
  as_of: Date
  timezone: string
  revenue_basis: RevenueBasis
  /** What amounts are converted to; null: they are unknown. */
  currency: string | null
}

/**
 * CTEs `person`, `moment` (`at`, `today`) and `purchase`: what people bought up to a
 * moment and had not cancelled by then, with its net value as it was then, null where
 * it has no rate. Fully refunded orders are purchases of value 0.
 */
export function purchasesUntil(scope: PurchaseScope): SqlStatement {
  const { person_ids, as_of, timezone, revenue_basis, currency } = scope
  const population = populationOf(person_ids)
  const at = as_of.toISOString()
  return {
    sql: `
      person AS (${population.sql}),
      moment AS (SELECT ?::timestamptz AS at, (?::timestamptz AT TIME ZONE ?)::date AS today),
      corrected AS (
        SELECT adjustment.conversion_id, SUM(${purchaseAmount("adjusted", revenue_basis)}) AS correction
          FROM ad_planning_conversion_adjustment adjustment
         WHERE adjustment.deleted_at IS NULL AND adjustment.occurred_at <= ?::timestamptz
         GROUP BY 1
      ),
      purchase AS MATERIALIZED (
        SELECT conversion.person_id, (conversion.converted_at AT TIME ZONE ?)::date AS day,
               (${purchaseAmount("placed", revenue_basis)}) * fx.rate AS placed,
               (${purchaseAmount("placed", revenue_basis)} + COALESCE(corrected.correction, 0)) * fx.rate AS net
          FROM conversion
          JOIN person ON person.person_id = conversion.person_id
          LEFT JOIN corrected ON corrected.conversion_id = conversion.id
         CROSS JOIN LATERAL (
           SELECT CASE WHEN conversion.currency = ? THEN 1
                       WHEN conversion.fx_currency = ? THEN conversion.fx_rate END AS rate) fx
         WHERE conversion.conversion_type = 'purchase' AND conversion.deleted_at IS NULL
           AND conversion.converted_at <= ?::timestamptz
           AND (conversion.canceled_at IS NULL OR conversion.canceled_at > ?::timestamptz)
      )`,
    params: [
      ...population.params,
      at,
      at,
      timezone,
      at,
      timezone,
      currency,
      currency,
      at,
      at,
    ],
  }
}
