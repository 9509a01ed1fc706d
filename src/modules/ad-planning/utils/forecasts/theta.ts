import { byBlocks, knownSeason, type ForecastModel } from "./model"
import { nelderMead } from "./nelder-mead"
import { deseasonalised, seasonalised, type Season } from "./season"

interface ThetaFit {
  season: Season
  alpha: number
}

const MIN_ALPHA = 1e-4

/**
 * The theta method: simple exponential smoothing of the deseasonalised series, plus
 * half the slope of its straight line.
 *
 * @see V. Assimakopoulos, K. Nikolopoulos (2000), Int. J. of Forecasting 16, 521-530;
 *   R. Hyndman, B. Billah (2003), 19, 287-290, whose form this is (R forecast::thetaf)
 */
export const theta: ForecastModel = (values, cycle, origins, horizon) =>
  byBlocks(
    values,
    origins,
    (known) => fitTheta(known, cycle),
    (fit, block) => walk(values, fit, block, horizon)
  )

function fitTheta(known: readonly number[], cycle: number): ThetaFit {
  const season = knownSeason(known, cycle)
  const series = known
    .map((value, index) => deseasonalised(season, value, index))
    .filter((value) => value !== null)
  const { at } = nelderMead(
    ([x]) => smoothingError(series, logistic(x!)),
    [0],
    { step: 1.5, iterations: 40, tolerance: 1e-6 }
  )
  return { season, alpha: Math.max(MIN_ALPHA, logistic(at[0]!)) }
}

function smoothingError(series: readonly number[], alpha: number): number {
  let level = series[0] ?? 0
  let sum = 0
  for (const value of series) {
    const error = value - level
    sum += error ** 2
    level += alpha * error
  }
  return sum
}

/** Level and straight line after each value; forecasts where an origin is. */
function walk(
  values: readonly number[],
  { season, alpha }: ThetaFit,
  origins: readonly number[],
  horizon: number
): number[][] {
  const answers: number[][] = []
  const last = origins.at(-1)!
  const wanted = new Set(origins)
  const line = new Line()
  let level: number | null = null
  for (let index = 0; index < last; index++) {
    const value = deseasonalised(season, values[index]!, index)
    if (value !== null) {
      level = level === null ? value : level + alpha * (value - level)
      line.add(index, value)
    }
    if (wanted.has(index + 1)) {
      const drift = line.slope() / 2
      const lag = (1 - (1 - alpha) ** line.count) / alpha
      const base = level ?? 0
      answers.push(
        Array.from({ length: horizon }, (_, step) =>
          seasonalised(season, base + drift * (step + lag), index + 1 + step)
        )
      )
    }
  }
  return answers
}

/** Least squares over positions, one point after the other. */
class Line {
  count = 0
  private x = 0
  private y = 0
  private xx = 0
  private xy = 0

  add(x: number, y: number): void {
    this.count++
    this.x += x
    this.y += y
    this.xx += x * x
    this.xy += x * y
  }

  slope(): number {
    const spread = this.xx - this.x ** 2 / this.count
    return this.count < 2 || spread === 0
      ? 0
      : (this.xy - (this.x * this.y) / this.count) / spread
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
