import { Matrix, solve } from "ml-matrix"
import type { Pause } from "./minimize"

export interface LogisticFit {
  intercept: number
  coefficients: number[]
  is_converged: boolean
  iterations: number
}

const MAX_ITERATIONS = 50
// As in R's glm.fit: of the deviance, relative.
const EPSILON = 1e-10
// A weight of 0 would make the system singular.
const MIN_WEIGHT = 1e-12
// Rows between two pauses: some milliseconds.
const CHUNK = 2_000

/** The logistic function. */
export function logistic(value: number): number {
  return value >= 0
    ? 1 / (1 + Math.exp(-value))
    : Math.exp(value) / (1 + Math.exp(value))
}

/**
 * Logistic regression by iteratively reweighted least squares, with a ridge penalty
 * of ridge / 2 x the squares of the coefficients; the intercept is free. With ridge 0
 * it is R's glm(family = binomial).
 *
 * @param rows - one array of features per case
 * @param labels - 1 or 0 per case
 * @param ridge - >= 0, on the scale of the summed log-likelihood
 * @throws RangeError for no rows, or a number of labels that differs
 * @see P. McCullagh, J. Nelder (1989), Generalized Linear Models, 2.5
 */
export async function fitLogistic(
  rows: number[][],
  labels: number[],
  ridge: number,
  pause: Pause
): Promise<LogisticFit> {
  if (rows.length === 0 || rows.length !== labels.length) {
    throw new RangeError(
      `rows and labels must be as many and not none, got ${rows.length} and ${labels.length}`
    )
  }
  const size = rows[0]!.length + 1
  let beta: number[] = Array.from({ length: size }, () => 0)
  let deviance = Infinity
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const step = await newtonSums(rows, labels, beta, pause)
    for (let index = 1; index < size; index++) {
      step.information.set(
        index,
        index,
        step.information.get(index, index) + ridge
      )
      step.score[index]! -= ridge * beta[index]!
      step.deviance += ridge * beta[index]! ** 2
    }
    const isDone =
      Math.abs(deviance - step.deviance) / (Math.abs(step.deviance) + 0.1) <
      EPSILON
    if (isDone) {
      return fitOf(beta, true, iteration)
    }
    deviance = step.deviance
    const change = solve(
      step.information,
      Matrix.columnVector(step.score),
      true
    ).to1DArray()
    beta = beta.map((value, index) => value + change[index]!)
  }
  return fitOf(beta, false, MAX_ITERATIONS)
}

async function newtonSums(
  rows: number[][],
  labels: number[],
  beta: number[],
  pause: Pause
) {
  const size = beta.length
  const information = Matrix.zeros(size, size)
  const score: number[] = Array.from({ length: size }, () => 0)
  let deviance = 0
  for (const [at, row] of rows.entries()) {
    if (at % CHUNK === 0) {
      await pause()
    }
    const x = [1, ...row]
    const rate = logistic(linear(beta[0]!, beta.slice(1), row))
    const weight = Math.max(rate * (1 - rate), MIN_WEIGHT)
    const likelihood = labels[at] === 1 ? rate : 1 - rate
    deviance -= 2 * Math.log(Math.max(likelihood, Number.MIN_VALUE))
    for (let first = 0; first < size; first++) {
      score[first]! += x[first]! * (labels[at]! - rate)
      for (let second = 0; second < size; second++) {
        const sum = information.get(first, second)
        information.set(first, second, sum + weight * x[first]! * x[second]!)
      }
    }
  }
  return { information, score, deviance }
}

/** Intercept + sum of coefficient x feature: the log-odds. */
export function linear(
  intercept: number,
  coefficients: number[],
  row: number[]
): number {
  return row.reduce(
    (sum, value, index) => sum + value * coefficients[index]!,
    intercept
  )
}

function fitOf(
  beta: number[],
  is_converged: boolean,
  iterations: number
): LogisticFit {
  const [intercept = 0, ...coefficients] = beta
  return { intercept, coefficients, is_converged, iterations }
}
