/**
 * The fundamental matrix N = (I - Q)^-1 of an absorbing Markov chain: how often each
 * state is visited, from each state. Gauss-Jordan elimination in place. It needs no
 * row exchanges: every state is left for good at last, so I - Q is an M-matrix, whose
 * pivots stay above 0.
 *
 * @param among - Q, the probabilities from state to state, row by row
 * @param size - how many states there are
 * @returns N, row by row
 * @throws RangeError if `among` is not size x size, or some state is never left for good
 * @example
 * fundamentalMatrix(Float64Array.of(0, 0.5, 0, 0), 2) // [1, 0.5, 0, 1]
 */
export function fundamentalMatrix(
  among: Float64Array,
  size: number
): Float64Array {
  if (among.length !== size * size) {
    throw new RangeError(
      `among must have ${size} x ${size} numbers, got ${among.length}`
    )
  }
  const matrix = among.map((value, index) =>
    index % (size + 1) === 0 ? 1 - value : -value
  )
  for (let pivot = 0; pivot < size; pivot += 1) {
    eliminate(matrix, size, pivot)
  }
  return matrix
}

/** One step: the pivot's column becomes that of the inverse. */
function eliminate(matrix: Float64Array, size: number, pivot: number) {
  const row = matrix.subarray(pivot * size, (pivot + 1) * size)
  const divisor = row[pivot]!
  if (!(divisor > 0)) {
    throw new RangeError(`state ${pivot} must be left for good at last`)
  }
  row[pivot] = 1
  for (let column = 0; column < size; column += 1) {
    row[column]! /= divisor
  }
  for (let other = 0; other < size; other += 1) {
    const offset = other * size
    const factor = matrix[offset + pivot]!
    if (other === pivot || factor === 0) {
      continue
    }
    matrix[offset + pivot] = 0
    for (let column = 0; column < size; column += 1) {
      matrix[offset + column]! -= factor * row[column]!
    }
  }
}
