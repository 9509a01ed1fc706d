import { NO_SEASON, seasonOf, type Season } from "./season"

/**
 * A way to forecast: from each origin (how many values are known) the next `horizon`
 * values. Nothing at or after an origin is used for its forecasts.
 *
 * @param origins - ascending, each at least 2
 */
export type ForecastModel = (
  values: readonly number[],
  cycle: number,
  origins: readonly number[],
  horizon: number
) => number[][]

// Parameters are learned anew after so many origins; states always move on.
const REFIT_ORIGINS = 28

/** A yearly season needs more than two years of weeks (DEFINITIONS, section 7). */
const YEARLY_WEEKS = 52
const MIN_YEARLY_POINTS = 105

/** Runs a model whose parameters are learned at the first origin of each block. */
export function byBlocks<Fit>(
  values: readonly number[],
  origins: readonly number[],
  fit: (known: readonly number[]) => Fit,
  forecasts: (fit: Fit, origins: readonly number[]) => number[][]
): number[][] {
  const all: number[][] = []
  for (let first = 0; first < origins.length; first += REFIT_ORIGINS) {
    const block = origins.slice(first, first + REFIT_ORIGINS)
    const fitted = fit(values.slice(0, block[0]))
    all.push(...forecasts(fitted, block))
  }
  return all
}

/** The season of what is known, if enough is known of it. */
export function knownSeason(known: readonly number[], cycle: number): Season {
  return cycle === YEARLY_WEEKS && known.length < MIN_YEARLY_POINTS
    ? NO_SEASON
    : seasonOf(known, cycle)
}
