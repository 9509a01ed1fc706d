// The 97.5 % quantile of Student's t by degrees of freedom; beyond, of the normal.
const T_975 = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622,
  2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093,
  2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452,
  2.0423,
]
const NORMAL_975 = 1.959964

/** A mean with its 95 % interval, by what a database adds up. */
export interface MeanInterval {
  mean: number | null
  /** Null for fewer than two values: nothing tells how far they spread. */
  lower: number | null
  upper: number | null
}

/**
 * The mean of values with Student's 95 % interval; beyond 31 values by the normal
 * distribution with Student's correction (t = z + (z^3 + z) / 4 df).
 *
 * @param sumSquares - of the values themselves
 * @see R: t.test(x)$conf.int
 */
export function meanInterval(
  count: number,
  total: number,
  sumSquares: number
): MeanInterval {
  if (count === 0) {
    return { mean: null, lower: null, upper: null }
  }
  const mean = total / count
  if (count === 1) {
    return { mean, lower: null, upper: null }
  }
  const df = count - 1
  const variance = Math.max(0, (sumSquares - count * mean ** 2) / df)
  const half = quantile(df) * Math.sqrt(variance / count)
  return { mean, lower: mean - half, upper: mean + half }
}

function quantile(df: number): number {
  return T_975[df - 1] ?? NORMAL_975 + (NORMAL_975 ** 3 + NORMAL_975) / (4 * df)
}
