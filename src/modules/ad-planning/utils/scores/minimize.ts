import { EigenvalueDecomposition, Matrix } from "ml-matrix"

/** Value and gradient of a function at a point. */
export interface Evaluation {
  value: number
  gradient: number[]
}

/** Lets others have their turn between two evaluations, e.g. by `setImmediate`. */
export type Pause = () => Promise<void>

export interface Minimum extends Evaluation {
  point: number[]
  /** Second derivatives at the point, by rows. */
  hessian: number[][]
  /** Gradient norm below 1e-5 and a positive-definite Hessian. */
  is_converged: boolean
  iterations: number
}

export const GRADIENT_NORM = 1e-5
const MAX_ITERATIONS = 100
const MAX_HALVINGS = 30
// Of the Hessian by central differences of the gradient.
const DIFFERENCE = 1e-4
// A step in logarithms: a factor of 7 at most.
const MAX_STEP = 2
const MIN_CURVATURE = 1e-8
const SUFFICIENT_DECREASE = 1e-4

/**
 * The minimum of a smooth function by Newton's method: negative curvature is turned
 * into positive (so each step goes down), a step is at most 2 long and is halved until
 * the value falls enough. Nothing but one evaluation runs between two pauses.
 *
 * @param evaluate - finite value and gradient at any point; else the step is halved
 * @param start - where to begin
 * @see J. Nocedal, S. Wright (2006), Numerical Optimization, 3.4
 */
export async function minimize(
  evaluate: (point: number[]) => Evaluation,
  start: number[],
  pause: Pause
): Promise<Minimum> {
  let point = start
  let current = evaluate(point)
  let iterations = 0
  let hessian = await hessianAt(evaluate, point, pause)
  while (norm(current.gradient) >= 1e-9 && iterations < MAX_ITERATIONS) {
    const step = newtonStep(hessian, current.gradient)
    const next = await lineSearch(evaluate, point, current, step, pause)
    if (!next) {
      break
    }
    point = next.point
    current = next
    iterations++
    hessian = await hessianAt(evaluate, point, pause)
  }
  const is_converged =
    norm(current.gradient) < GRADIENT_NORM &&
    eigen(hessian).realEigenvalues.every((value) => value > MIN_CURVATURE)
  return { ...current, point, hessian, is_converged, iterations }
}

async function lineSearch(
  evaluate: (point: number[]) => Evaluation,
  point: number[],
  { value, gradient }: Evaluation,
  step: number[],
  pause: Pause
): Promise<(Evaluation & { point: number[] }) | null> {
  const slope = dot(gradient, step)
  for (let halving = 0; halving < MAX_HALVINGS; halving++) {
    const size = 0.5 ** halving
    const tried = point.map((value_, index) => value_ + size * step[index]!)
    await pause()
    const next = evaluate(tried)
    const isFinite = [next.value, ...next.gradient].every(Number.isFinite)
    if (isFinite && next.value <= value + SUFFICIENT_DECREASE * size * slope) {
      return { ...next, point: tried }
    }
  }
  return null
}

async function hessianAt(
  evaluate: (point: number[]) => Evaluation,
  point: number[],
  pause: Pause
): Promise<number[][]> {
  const rows: number[][] = []
  for (let index = 0; index < point.length; index++) {
    const [up, down] = [DIFFERENCE, -DIFFERENCE].map((difference) =>
      point.map((value, at) => (at === index ? value + difference : value))
    )
    await pause()
    const above = evaluate(up!).gradient
    await pause()
    const below = evaluate(down!).gradient
    rows.push(above.map((value, at) => (value - below[at]!) / (2 * DIFFERENCE)))
  }
  return rows.map((row, at) =>
    row.map((value, other) => (value + rows[other]![at]!) / 2)
  )
}

function newtonStep(hessian: number[][], gradient: number[]): number[] {
  const { realEigenvalues, eigenvectorMatrix } = eigen(hessian)
  const along = eigenvectorMatrix
    .transpose()
    .mmul(Matrix.columnVector(gradient))
    .to1DArray()
  const scaled = along.map(
    (value, index) =>
      -value / Math.max(Math.abs(realEigenvalues[index]!), MIN_CURVATURE)
  )
  const step = eigenvectorMatrix.mmul(Matrix.columnVector(scaled)).to1DArray()
  const length = norm(step)
  return length > MAX_STEP
    ? step.map((value) => (value * MAX_STEP) / length)
    : step
}

function eigen(hessian: number[][]): EigenvalueDecomposition {
  return new EigenvalueDecomposition(new Matrix(hessian), {
    assumeSymmetric: true,
  })
}

export function norm(vector: number[]): number {
  return Math.sqrt(dot(vector, vector))
}

function dot(left: number[], right: number[]): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0)
}
