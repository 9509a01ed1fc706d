import type { SampleRatio } from "../../types/http/experiments"
import { chiSquaredP } from "./distributions"

/** A ratio this unlikely is a fault of the set-up, not chance. */
export const MISMATCH_P = 0.001
const MIN_EXPOSURES = 100
const MIN_EXPECTED = 5

/**
 * Whether variants were seen as often as their weights say: Pearson's chi-squared.
 *
 * @param counts - of visitors by variant
 * @param weights - of the same variants; above 0, need not sum to 1
 */
export function sampleRatio(counts: number[], weights: number[]): SampleRatio {
  const observed = sum(counts)
  const total = sum(weights)
  const required = Math.max(
    MIN_EXPOSURES,
    ...weights.map((weight) => Math.ceil((MIN_EXPECTED * total) / weight))
  )
  if (observed < required) {
    return {
      status: "insufficient_data",
      observed,
      required,
      chi2: null,
      df: null,
      p_value: null,
    }
  }
  const chi2 = sum(
    counts.map((count, index) => {
      const expected = (observed * weights[index]!) / total
      return (count - expected) ** 2 / expected
    })
  )
  const df = counts.length - 1
  const p_value = chiSquaredP(chi2, df)
  return {
    status: p_value < MISMATCH_P ? "mismatch" : "ok",
    observed,
    required,
    chi2,
    df,
    p_value,
  }
}

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
