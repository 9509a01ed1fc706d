import BigNumber from "bignumber.js"
import { addDays } from "./days"

/** The days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}

/**
 * An amount in equal parts that add up to it: what does not divide goes to the first
 * ones, a smallest unit each.
 *
 * @param parts - integer >= 1
 * @param decimals - of the smallest unit; never fewer than the amount has
 * @throws RangeError if `parts` is no integer >= 1
 * @example
 * spread(new BigNumber(10), 3, 2).map(String) // ["3.34", "3.33", "3.33"]
 */
export function spread(
  amount: BigNumber,
  parts: number,
  decimals: number
): BigNumber[] {
  if (!Number.isInteger(parts) || parts < 1) {
    throw new RangeError(`parts must be an integer >= 1, got ${parts}`)
  }
  const places = Math.max(decimals, amount.decimalPlaces() ?? 0)
  const units = amount.shiftedBy(places)
  const each = units.idiv(parts)
  const rest = units.minus(each.times(parts)).toNumber()
  return Array.from({ length: parts }, (_part, index) =>
    (index < rest ? each.plus(1) : each).shiftedBy(-places)
  )
}
