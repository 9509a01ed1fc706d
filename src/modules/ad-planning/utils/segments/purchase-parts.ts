import type { SqlStatement } from "../../types"
import type { CompileContext } from "./compile-context"
import { part } from "./sql-parts"

/** Purchases that count: not cancelled, and somebody's. */
export const COUNTED_PURCHASE = `conversion.conversion_type = 'purchase' AND conversion.person_id IS NOT NULL
          AND conversion.canceled_at IS NULL AND conversion.deleted_at IS NULL`

/**
 * What 1 unit of a row's currency is in the currency of the rules, as SQL; null
 * where no rate is known. By the row's own rate, else by the table's of its day.
 *
 * @param currency - the expression of an amount's currency
 */
export function rateOf(
  currency: string,
  context: CompileContext
): SqlStatement {
  if (context.currency === null) {
    return part("NULL::numeric")
  }
  const rows = context.fx.map(() => "(?, ?, ?, ?::numeric)").join(", ")
  return part(
    `CASE WHEN ${currency} = ? THEN 1
               WHEN ${currency} = conversion.currency AND conversion.fx_currency = ? THEN conversion.fx_rate
               ELSE (SELECT fx.rate FROM (VALUES ${rows}) fx (currency, from_date, until_date, rate)
                      WHERE fx.currency = ${currency} AND fx.from_date <= conversion.fx_date
                        AND conversion.fx_date < fx.until_date) END`,
    context.currency,
    context.currency,
    ...context.fx.flatMap((row) => [
      row.currency,
      row.from_date,
      row.until_date,
      row.rate,
    ])
  )
}
