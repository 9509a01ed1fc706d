const MAX_STEPS = 200

/**
 * Where a continuous function changes its sign, by bisection, to the precision
 * of a double.
 *
 * @param low - a point on one side
 * @param high - a point on the other side
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number
): number {
  const isPositive = f(low) > 0
  let [from, to] = [low, high]
  for (let step = 0; step < MAX_STEPS; step++) {
    const middle = (from + to) / 2
    if (middle === from || middle === to) {
      break
    }
    if (f(middle) > 0 === isPositive) {
      from = middle
    } else {
      to = middle
    }
  }
  return (from + to) / 2
}
