import type { AdPlanningOptions, Decimal } from "../../types"
import { fxPeriods, fxRateOn } from "./fx-rate"

/**
 * The rate into the reporting currency that an amount keeps.
 *
 * @param day - the amount's own day, YYYY-MM-DD in the option `timezone`
 * @returns null without a reporting currency or without a rate
 */
export function fxOfDay(
  options: Pick<AdPlanningOptions, "reporting_currency" | "fx">,
  currency: string | null,
  day: string
): { currency: string; rate: Decimal } | null {
  const target = options.reporting_currency
  if (!target || currency === null) {
    return null
  }
  if (currency === target) {
    return { currency: target, rate: "1" }
  }
  const rate = fxRateOn(fxPeriods(options.fx, target), currency, day)
  return rate === null ? null : { currency: target, rate }
}
