import { byBlocks, knownSeason, type ForecastModel } from "./model"
import { nelderMead } from "./nelder-mead"
import { CLOSED_INDEX, deseasonalised, type Season } from "./season"

interface Parameters {
  alpha: number
  beta: number
  gamma: number
  phi: number
}

interface State {
  level: number
  trend: number
  indices: number[]
}

// What a trend is worth a step later; R's ets looks in the same range.
const PHI = { low: 0.8, high: 0.98 }
// A longer season is not learned anew by its few cycles.
const MAX_LEARNED_CYCLE = 14
const SMALLEST_LEVEL = 1e-9

/**
 * Exponential smoothing of level, damped trend and season (Holt-Winters). The season is
 * multiplicative for series without negative values, else additive. A closed day
 * (index near 0) does not move the level.
 *
 * @see E. S. Gardner, E. McKenzie (1985), Management Science 31(10), 1237-1246;
 *   error-correction form of Hyndman et al. (2008), Forecasting with Exponential
 *   Smoothing, table 2.1; parameters by least squares of one step ahead
 */
export const holtWinters: ForecastModel = (values, cycle, origins, horizon) =>
  byBlocks(
    values,
    origins,
    (known) => fit(known, cycle),
    (fitted, block) => walk(values, fitted, block, horizon)
  )

function fit(known: readonly number[], cycle: number) {
  const season = knownSeason(known, cycle)
  const isLearned =
    season.indices.length > 1 && season.indices.length <= MAX_LEARNED_CYCLE
  const { at } = nelderMead(
    (point) => squaredError(known, season, readParameters(point, isLearned)),
    isLearned ? [-1, -2, 0, -2] : [-1, -2, 0],
    { step: 1, iterations: 120, tolerance: 1e-5 }
  )
  return { season, parameters: readParameters(at, isLearned) }
}

function readParameters(at: readonly number[], isLearned: boolean): Parameters {
  return {
    alpha: logistic(at[0]!),
    beta: logistic(at[1]!),
    phi: PHI.low + (PHI.high - PHI.low) * logistic(at[2]!),
    gamma: isLearned ? logistic(at[3]!) : 0,
  }
}

function squaredError(
  known: readonly number[],
  season: Season,
  parameters: Parameters
): number {
  const state = startOf(known, season)
  let sum = 0
  for (let index = 0; index < known.length; index++) {
    const error = advance(state, known[index]!, index, season.kind, parameters)
    sum += error ** 2
  }
  return sum
}

function startOf(values: readonly number[], season: Season): State {
  const first = values
    .slice(0, Math.max(season.indices.length, 7))
    .map((value, index) => deseasonalised(season, value, index))
    .filter((value) => value !== null)
  const level = first.reduce((sum, each) => sum + each, 0) / (first.length || 1)
  return { level, trend: 0, indices: [...season.indices] }
}

/** One value later; answers how far it was from what was expected. */
function advance(
  state: State,
  value: number,
  position: number,
  kind: Season["kind"],
  { alpha, beta, gamma, phi }: Parameters
): number {
  const place = position % state.indices.length
  const index = state.indices[place]!
  const expectedLevel = state.level + phi * state.trend
  const isAdditive = kind === "additive"
  const error =
    value - (isAdditive ? expectedLevel + index : expectedLevel * index)
  const isClosed = !isAdditive && index < CLOSED_INDEX
  const step = isAdditive ? error : isClosed ? 0 : error / index
  state.level = expectedLevel + alpha * step
  state.trend = phi * state.trend + alpha * beta * step
  if (isAdditive) {
    state.indices[place] = index + gamma * error
  } else if (expectedLevel > SMALLEST_LEVEL) {
    state.indices[place] = Math.max(0, index + (gamma * error) / expectedLevel)
  }
  return error
}

function walk(
  values: readonly number[],
  { season, parameters }: ReturnType<typeof fit>,
  origins: readonly number[],
  horizon: number
): number[][] {
  const wanted = new Set(origins)
  const state = startOf(values.slice(0, origins[0]), season)
  const answers: number[][] = []
  for (let index = 0; index < origins.at(-1)!; index++) {
    advance(state, values[index]!, index, season.kind, parameters)
    if (wanted.has(index + 1)) {
      answers.push(
        ahead(state, season.kind, parameters.phi, index + 1, horizon)
      )
    }
  }
  return answers
}

function ahead(
  { level, trend, indices }: State,
  kind: Season["kind"],
  phi: number,
  from: number,
  horizon: number
): number[] {
  let damping = 0
  return Array.from({ length: horizon }, (_, step) => {
    damping += phi ** (step + 1)
    const expected = level + damping * trend
    const index = indices[(from + step) % indices.length]!
    return kind === "additive" ? expected + index : expected * index
  })
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
