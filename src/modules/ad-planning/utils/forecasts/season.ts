/** A season's shape: one index per place in the cycle; of length 1, none. */
export interface Season {
  kind: "multiplicative" | "additive"
  /** Averages 1 (multiplicative) or 0 (additive). Place = position modulo length. */
  indices: readonly number[]
}

export const NO_SEASON: Season = { kind: "additive", indices: [0] }

/** A multiplicative index below this is a closed day: it says nothing of the level. */
export const CLOSED_INDEX = 0.05

// 90 % two-sided, as R's thetaf tests it.
const TEST_QUANTILE = 1.6448536269514722

/**
 * The season of a series by classical decomposition: its mean ratio to (or distance
 * from) a centred moving average, per place in the cycle. None where the
 * autocorrelation at one cycle is not beyond chance, or with fewer than two cycles.
 *
 * @param values - oldest first; multiplicative where all are >= 0
 * @param length - points of a cycle; 1 for none
 * @see R forecast::thetaf and stats::decompose, whose test and indices these are
 */
export function seasonOf(values: readonly number[], length: number): Season {
  if (
    length <= 1 ||
    values.length <= 2 * length ||
    !isSeasonal(values, length)
  ) {
    return NO_SEASON
  }
  const kind = values.every((value) => value >= 0)
    ? "multiplicative"
    : "additive"
  const trend = movingAverage(values, length)
  const sums = Array.from({ length }, () => ({ sum: 0, count: 0 }))
  values.forEach((value, index) => {
    const level = trend[index]!
    if (Number.isNaN(level) || (kind === "multiplicative" && level <= 0)) {
      return
    }
    const place = sums[index % length]!
    place.sum += kind === "multiplicative" ? value / level : value - level
    place.count++
  })
  const means = sums.map(({ sum, count }) =>
    count ? sum / count : Number(kind === "multiplicative")
  )
  const mean = means.reduce((sum, each) => sum + each, 0) / length
  return {
    kind,
    indices:
      kind === "multiplicative"
        ? means.map((each) => each / mean)
        : means.map((each) => each - mean),
  }
}

/** The index at a position of the series, or of what follows it. */
export function indexAt({ indices }: Season, position: number): number {
  return indices[position % indices.length]!
}

/** A value without its season; null on a closed day. */
export function deseasonalised(
  season: Season,
  value: number,
  position: number
): number | null {
  const index = indexAt(season, position)
  if (season.kind === "additive") {
    return value - index
  }
  return index < CLOSED_INDEX ? null : value / index
}

export function seasonalised(
  season: Season,
  level: number,
  position: number
): number {
  const index = indexAt(season, position)
  return season.kind === "additive" ? level + index : level * index
}

/** Whether the autocorrelation at one cycle is more than chance would have it. */
function isSeasonal(values: readonly number[], length: number): boolean {
  const correlations = autocorrelations(values, length)
  const noise = correlations
    .slice(0, -1)
    .reduce((sum, each) => sum + each ** 2, 0)
  const bound = TEST_QUANTILE * Math.sqrt((1 + 2 * noise) / values.length)
  return Math.abs(correlations.at(-1)!) > bound
}

/** Of lags 1 to `lags`; zeros for a constant series. */
function autocorrelations(values: readonly number[], lags: number): number[] {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  const centred = values.map((value) => value - mean)
  const variance = centred.reduce((sum, each) => sum + each ** 2, 0)
  return Array.from({ length: lags }, (_, lag) => {
    let sum = 0
    for (let index = lag + 1; index < centred.length; index++) {
      sum += centred[index]! * centred[index - lag - 1]!
    }
    return variance === 0 ? 0 : sum / variance
  })
}

/** Centred over one cycle; NaN where the cycle is not whole. */
function movingAverage(values: readonly number[], length: number): number[] {
  const half = Math.floor(length / 2)
  const isEven = length % 2 === 0
  return values.map((_, index) => {
    if (index < half || index + half >= values.length) {
      return NaN
    }
    let sum = 0
    for (let at = index - half; at <= index + half; at++) {
      const isEnd = at === index - half || at === index + half
      sum += values[at]! * (isEven && isEnd ? 0.5 : 1)
    }
    return sum / length
  })
}
