export interface StepInterval {
  lower_80: number
  upper_80: number
  lower_95: number
  upper_95: number
}

/** Errors that an interval of 95 % needs: the largest but one of 39. */
export const MIN_ERRORS = 39
const RECENT_ORIGINS = [39, 120] as const
const POOLED_HORIZONS = 3

/**
 * How far from a forecast each step's value lies with a probability, by the absolute
 * errors of past origins: the larger of the quantiles over the last 39 and the last 120
 * origins, pooled over horizons within 3, and never less than at a shorter horizon.
 *
 * @param errors - by origin, oldest first: absolute errors by step; shorter for
 *   origins whose future is not all known
 * @param coverage - a probability in (0, 1)
 * @returns one half-width per step, or null where fewer than 39 errors are known
 */
export function errorQuantiles(
  errors: readonly (readonly number[])[],
  horizon: number,
  coverage: number
): number[] | null {
  const widths: number[] = []
  for (let step = 0; step < horizon; step++) {
    const known = errors.filter((steps) => steps.length > step)
    if (known.length < MIN_ERRORS) {
      return null
    }
    const width = Math.max(
      ...RECENT_ORIGINS.map((count) =>
        quantile(pooled(errors, step, horizon, count), coverage)
      )
    )
    widths.push(Math.max(width, widths.at(-1) ?? 0))
  }
  return widths
}

function pooled(
  errors: readonly (readonly number[])[],
  step: number,
  horizon: number,
  count: number
): number[] {
  const first = Math.max(0, step - POOLED_HORIZONS)
  const last = Math.min(horizon - 1, step + POOLED_HORIZONS)
  const values: number[] = []
  for (let at = first; at <= last; at++) {
    let taken = 0
    for (
      let origin = errors.length - 1;
      origin >= 0 && taken < count;
      origin--
    ) {
      const value = errors[origin]![at]
      if (value !== undefined) {
        values.push(value)
        taken++
      }
    }
  }
  return values
}

/** The smallest value that covers: ceil((n + 1) coverage)-th, at most the largest. */
function quantile(values: readonly number[], coverage: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.ceil((sorted.length + 1) * coverage)
  return sorted[Math.min(rank, sorted.length) - 1]!
}
