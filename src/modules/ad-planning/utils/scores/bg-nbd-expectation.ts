import hyp2f1 from "@stdlib/math-base-special-hyp2f1"
import type { BgNbdParams } from "./bg-nbd"
import type { PurchaseGroup } from "./purchase-group"

type History = Omit<PurchaseGroup, "count">

// The formula divides by a - 1 and by a + b + x - 1: near them the mean of both sides.
const NEAR = 1e-4

/**
 * Purchase days that a customer is expected to have in the next weeks.
 *
 * @param weeks - > 0
 * @returns >= 0
 * @throws RangeError for weeks that are not above 0
 * @see Fader, Hardie, Lee (2005), equation 10; 2F1 after Euler's transformation, which
 *   leaves 1 - (1 - z)^(a - 1) 2F1(a + b - 1 - r, a - 1; a + b + x - 1; z)
 */
export function bgNbdExpectation(
  history: History,
  params: BgNbdParams,
  weeks: number
): number {
  if (!(weeks > 0)) {
    throw new RangeError(`weeks must be > 0, got ${weeks}`)
  }
  const { a, b } = params
  const { repeats: x } = history
  const isSingular = Math.abs(a - 1) < NEAR || Math.abs(a + b + x - 1) < NEAR
  const expectation = isSingular
    ? (expected(history, { ...params, a: a + 2 * NEAR }, weeks) +
        expected(history, { ...params, a: a - 2 * NEAR }, weeks)) /
      2
    : expected(history, params, weeks)
  return Math.max(0, expectation)
}

function expected(
  history: History,
  params: BgNbdParams,
  weeks: number
): number {
  const { r, alpha, a, b } = params
  const { repeats: x, age } = history
  const z = weeks / (alpha + age + weeks)
  const rest =
    (1 - z) ** (a - 1) * hyp2f1(a + b - 1 - r, a - 1, a + b + x - 1, z)
  return (
    ((a + b + x - 1) / (a - 1)) *
    (1 - rest) *
    probabilityActive(history, params)
  )
}

/**
 * The probability that a customer is still active. Without a repeat it is 1 by
 * assumption of the model (nobody leaves before the first repeat): `pAlive` says null.
 */
export function probabilityActive(
  { repeats: x, last, age }: History,
  { r, alpha, a, b }: BgNbdParams
): number {
  if (x === 0) {
    return 1
  }
  const odds =
    Math.log(a) -
    Math.log(b + x - 1) +
    (r + x) * (Math.log(alpha + age) - Math.log(alpha + last))
  return 1 / (1 + Math.exp(odds))
}

/** The same where it says something: null for who bought on one day only. */
export function pAlive(history: History, params: BgNbdParams): number | null {
  return history.repeats === 0 ? null : probabilityActive(history, params)
}
