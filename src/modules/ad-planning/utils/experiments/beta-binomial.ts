import betaCdf from "@stdlib/stats-base-dists-beta-cdf"
import betaln from "@stdlib/math-base-special-betaln"
import type { Proportion } from "./miettinen-nurminen"

export interface Chance {
  /** Probability that this variant has the highest rate, in [0, 1]. */
  best: number
  /** Rate that choosing it costs on average where it is not. */
  expected_loss: number
}

/** Panels of Simpson's rule; must be even. */
const PANELS = 2_000
/** Standard deviations beyond which nothing is left of a posterior. */
const REACH = 12

/**
 * How likely each variant is the best, from uniform priors, by quadrature. It is
 * shown and decides nothing: with a look at every hour it is too sure.
 */
export function chances(variants: Proportion[]): Chance[] {
  const posteriors = variants.map(({ visitors, conversions }) => ({
    a: 1 + conversions,
    b: 1 + visitors - conversions,
  }))
  const [low, high] = reachOf(posteriors)
  const step = (high - low) / PANELS
  const best = variants.map(() => 0)
  let notAll = 0
  for (let panel = 0; panel <= PANELS; panel++) {
    const weight = simpsonWeight(panel) * (step / 3)
    const rate = low + panel * step
    const below = posteriors.map(({ a, b }) => betaCdf(rate, a, b))
    notAll += weight * (1 - product(below))
    posteriors.forEach((posterior, index) => {
      const others = product(below.filter((_, other) => other !== index))
      best[index]! += weight * density(rate, posterior) * others
    })
  }
  const highest = low + notAll
  return posteriors.map(({ a, b }, index) => ({
    best: Math.min(1, best[index]!),
    expected_loss: Math.max(0, highest - a / (a + b)),
  }))
}

interface Posterior {
  a: number
  b: number
}

function reachOf(posteriors: Posterior[]): [number, number] {
  const bounds = posteriors.map(({ a, b }) => {
    const mean = a / (a + b)
    const deviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
    return [mean - REACH * deviation, mean + REACH * deviation]
  })
  return [
    Math.max(0, Math.min(...bounds.map(([low]) => low!))),
    Math.min(1, Math.max(...bounds.map(([, high]) => high!))),
  ]
}

function density(rate: number, { a, b }: Posterior): number {
  const log = power(rate, a - 1) + power(1 - rate, b - 1) - betaln(a, b)
  return Math.exp(log)
}

/** log(base ** exponent), with 0 ** 0 = 1. */
const power = (base: number, exponent: number) =>
  exponent === 0 ? 0 : exponent * Math.log(base)

function simpsonWeight(panel: number): number {
  if (panel === 0 || panel === PANELS) {
    return 1
  }
  return panel % 2 === 1 ? 4 : 2
}

const product = (values: number[]) => values.reduce((all, one) => all * one, 1)
