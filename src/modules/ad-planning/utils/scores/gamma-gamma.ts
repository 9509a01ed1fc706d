import gammaln from "@stdlib/math-base-special-gammaln"
import { type Evaluation, minimize, type Pause } from "./minimize"

/** What somebody's repeat days were worth on average. */
export interface SpendHistory {
  /** Repeat days with a net value above 0, >= 1. */
  days: number
  /** Their mean net value, > 0. */
  mean: number
}

/** A day's value is gamma(p, nu); nu differs between customers by gamma(q, v). */
export interface GammaGammaParams {
  p: number
  q: number
  v: number
}

const START = [Math.log(2), Math.log(4)]

/**
 * The Gamma-Gamma model of a purchase day's value, fitted by maximum likelihood.
 *
 * @returns null where it does not converge, or has no mean (q <= 1)
 * @see P. Fader, B. Hardie (2013), The Gamma-Gamma Model of Monetary Value
 */
export async function fitGammaGamma(
  histories: SpendHistory[],
  pause: Pause
): Promise<GammaGammaParams | null> {
  if (histories.length < 2) {
    return null
  }
  const mean =
    histories.reduce((sum, history) => sum + history.mean, 0) / histories.length
  // Begins with the right mean: v = mean (q - 1) / p.
  const found = await minimize(
    gammaGammaObjective(histories),
    [...START, Math.log(mean * 1.5)],
    pause
  )
  const [p, q, v] = found.point.map(Math.exp) as [number, number, number]
  return found.is_converged && q > 1 ? { p, q, v } : null
}

/** Minus the mean log-likelihood and its gradient by logarithms of p, q, v. */
export function gammaGammaObjective(
  histories: SpendHistory[]
): (point: number[]) => Evaluation {
  const value = (point: number[]) => {
    const [p, q, v] = point.map(Math.exp) as [number, number, number]
    let sum = 0
    for (const { days: x, mean: m } of histories) {
      sum +=
        gammaln(p * x + q) -
        gammaln(p * x) -
        gammaln(q) +
        q * Math.log(v) +
        (p * x - 1) * Math.log(m) +
        p * x * Math.log(x) -
        (p * x + q) * Math.log(x * m + v)
    }
    return -sum / histories.length
  }
  return (point) => ({
    value: value(point),
    gradient: point.map((_, index) => slope(value, point, index)),
  })
}

/**
 * A purchase day's expected value: between the store's mean and the person's own.
 *
 * @param history - null for who has no repeat day
 */
export function gammaGammaExpectation(
  history: SpendHistory | null,
  { p, q, v }: GammaGammaParams
): number {
  const { days, mean } = history ?? { days: 0, mean: 0 }
  return (p * (v + days * mean)) / (p * days + q - 1)
}

// Five points: the error is of the order of 1e-12.
function slope(
  value: (point: number[]) => number,
  point: number[],
  index: number
): number {
  const step = 1e-3
  const at = (by: number) =>
    value(point.map((one, other) => (other === index ? one + by : one)))
  return (
    (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step)
  )
}
