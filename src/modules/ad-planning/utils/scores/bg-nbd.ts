import gammaln from "@stdlib/math-base-special-gammaln"
import type { Evaluation } from "./minimize"
import { buyersOf, type PurchaseGroup, reciprocalSum } from "./purchase-group"

/** Purchases at gamma(r, alpha) rates per week, dropout after each at beta(a, b). */
export interface BgNbdParams {
  r: number
  alpha: number
  a: number
  b: number
}

/**
 * The log-likelihood of purchase histories under the BG/NBD model: 1. an active
 * customer buys as a Poisson process; 2. its rate differs between customers by a gamma
 * distribution; 3. after each purchase a customer leaves with a probability, 4. which
 * differs by a beta distribution; 5. both are independent.
 *
 * @returns natural logarithm, summed over buyers; ages to the power of x, which no
 * parameter changes, are left out
 * @throws RangeError for a history that cannot be
 * @see P. Fader, B. Hardie, K. L. Lee (2005), "Counting Your Customers" the Easy Way,
 *   Marketing Science 24(2), 275-284, equation 6
 */
export function bgNbdLogLikelihood(
  groups: PurchaseGroup[],
  params: BgNbdParams
): number {
  return -bgNbdObjective(groups)(logs(params)).value * buyersOf(groups)
}

/** Minus the mean log-likelihood and its gradient by logarithms of r, alpha, a, b. */
export function bgNbdObjective(
  groups: PurchaseGroup[]
): (point: number[]) => Evaluation {
  const buyers = buyersOf(groups)
  return (point) => {
    const [r, alpha, a, b] = point.map(Math.exp) as [
      number,
      number,
      number,
      number,
    ]
    let value = 0
    const gradient = [0, 0, 0, 0]
    for (const { repeats: x, last, age, count } of groups) {
      const untilNow = Math.log(alpha + age)
      const untilLast = Math.log(alpha + last)
      const alive = -(r + x) * untilNow
      const left =
        x > 0
          ? Math.log(a) - Math.log(b + x - 1) - (r + x) * untilLast
          : -Infinity
      const most = Math.max(alive, left)
      const both =
        most + Math.log(Math.exp(alive - most) + Math.exp(left - most))
      const share = Math.exp(left - both)
      value +=
        count *
        (gammaln(r + x) -
          gammaln(r) +
          r * Math.log(alpha) +
          (gammaln(a + b) - gammaln(a + b + x)) +
          (gammaln(b + x) - gammaln(b)) +
          both)
      gradient[0]! +=
        count *
        (reciprocalSum(r, x) +
          Math.log(alpha) -
          (1 - share) * untilNow -
          share * untilLast)
      gradient[1]! +=
        count *
        (r / alpha -
          ((1 - share) * (r + x)) / (alpha + age) -
          (share * (r + x)) / (alpha + last))
      const others = reciprocalSum(a + b, x)
      gradient[2]! += count * (share / a - others)
      gradient[3]! +=
        count *
        (reciprocalSum(b, x) - others - (x > 0 ? share / (b + x - 1) : 0))
    }
    return {
      value: -value / buyers,
      gradient: gradient.map(
        (slope, index) => (-slope * [r, alpha, a, b][index]!) / buyers
      ),
    }
  }
}

function logs({ r, alpha, a, b }: BgNbdParams): number[] {
  return [r, alpha, a, b].map(Math.log)
}
