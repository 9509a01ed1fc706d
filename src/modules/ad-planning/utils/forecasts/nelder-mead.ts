const REFLECT = 1
const EXPAND = 2
const CONTRACT = 0.5
const SHRINK = 0.5

interface Vertex {
  at: number[]
  value: number
}

/**
 * The point where a function is smallest, found downhill from a start without
 * derivatives: a simplex that reflects, expands, contracts and shrinks. Finds a local
 * minimum; a value that is not finite counts as infinitely large.
 *
 * @param start - at least one coordinate
 * @param step - how far the first simplex reaches in each direction
 * @throws RangeError without a coordinate
 * @see J. A. Nelder, R. Mead (1965), The Computer Journal 7(4), 308-313
 */
export function nelderMead(
  target: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, iterations = 200, tolerance = 1e-8 } = {}
): Vertex {
  if (start.length === 0) {
    throw new RangeError("start must have a coordinate")
  }
  const measure = (at: number[]): Vertex => {
    const value = target(at)
    return { at, value: Number.isFinite(value) ? value : Infinity }
  }
  const simplex = [
    measure([...start]),
    ...start.map((_, index) =>
      measure(start.map((x, each) => (each === index ? x + step : x)))
    ),
  ]
  for (let turn = 0; turn < iterations; turn++) {
    simplex.sort((a, b) => a.value - b.value)
    const best = simplex[0]!
    const worst = simplex.at(-1)!
    if (
      worst.value - best.value <=
      tolerance * (Math.abs(best.value) + 1e-12)
    ) {
      break
    }
    const centre = centreOf(simplex.slice(0, -1))
    const towards = (by: number) =>
      measure(centre.map((x, index) => x + by * (x - worst.at[index]!)))
    const reflected = towards(REFLECT)
    if (reflected.value < best.value) {
      const expanded = towards(EXPAND)
      replaceWorst(
        simplex,
        expanded.value < reflected.value ? expanded : reflected
      )
      continue
    }
    if (reflected.value < simplex.at(-2)!.value) {
      replaceWorst(simplex, reflected)
      continue
    }
    const contracted = towards(
      reflected.value < worst.value ? CONTRACT : -CONTRACT
    )
    if (contracted.value < Math.min(reflected.value, worst.value)) {
      replaceWorst(simplex, contracted)
      continue
    }
    simplex.forEach(({ at }, index) => {
      if (index > 0) {
        simplex[index] = measure(
          at.map((x, each) => best.at[each]! + SHRINK * (x - best.at[each]!))
        )
      }
    })
  }
  return simplex.toSorted((a, b) => a.value - b.value)[0]!
}

function replaceWorst(simplex: Vertex[], vertex: Vertex): void {
  simplex[simplex.length - 1] = vertex
}

function centreOf(vertices: readonly Vertex[]): number[] {
  return vertices[0]!.at.map(
    (_, index) =>
      vertices.reduce((sum, { at }) => sum + at[index]!, 0) / vertices.length
  )
}
