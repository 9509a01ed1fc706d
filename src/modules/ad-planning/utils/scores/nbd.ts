import gammaln from "@stdlib/math-base-special-gammaln"
import type { Evaluation } from "./minimize"
import { buyersOf, type PurchaseGroup, reciprocalSum } from "./purchase-group"

/** Purchases at gamma(r, alpha) rates per week; nobody ever leaves. */
export interface NbdParams {
  r: number
  alpha: number
}

/**
 * Minus the mean log-likelihood of purchase histories when nobody leaves, and its
 * gradient by the logarithms of r and alpha. The BG/NBD model is the same with a = 0.
 *
 * @see A. Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1)
 */
export function nbdObjective(
  groups: PurchaseGroup[]
): (point: number[]) => Evaluation {
  const buyers = buyersOf(groups)
  return (point) => {
    const [r, alpha] = point.map(Math.exp) as [number, number]
    let value = 0
    let byR = 0
    let byAlpha = 0
    for (const { repeats: x, age, count } of groups) {
      const known = Math.log(alpha + age)
      value +=
        count *
        (gammaln(r + x) - gammaln(r) + r * Math.log(alpha) - (r + x) * known)
      byR += count * (reciprocalSum(r, x) + Math.log(alpha) - known)
      byAlpha += count * (r / alpha - (r + x) / (alpha + age))
    }
    return {
      value: -value / buyers,
      gradient: [(-byR * r) / buyers, (-byAlpha * alpha) / buyers],
    }
  }
}

/** Purchase days expected in the next weeks: (r + x) / (alpha + T) x weeks. */
export function nbdExpectation(
  { repeats, age }: Pick<PurchaseGroup, "repeats" | "age">,
  { r, alpha }: NbdParams,
  weeks: number
): number {
  return ((r + repeats) / (alpha + age)) * weeks
}
