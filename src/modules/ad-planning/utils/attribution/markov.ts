import { fundamentalMatrix } from "./fundamental-matrix"

/** How often one state follows another in the paths of a training. */
export interface Transition {
  /** A state, or null at the beginning of a path. */
  from: string | null
  /** A state, or how the path ended. */
  to: string | { ending: "conversion" | "null" }
  count: number
  /** What the conversions are worth together; 0 of other transitions. */
  value: number
}

export interface RemovalEffect {
  state: string
  /** The share of conversions that would be lost without the state, in [0, 1]. */
  conversions: number
  /** The same of their value. */
  value: number
}

export interface MarkovModel {
  /** In the order of their names. */
  effects: RemovalEffect[]
  /** How often a path converts, as a probability. */
  conversion_rate: number
}

/**
 * Removal effects of a first-order Markov chain of touches that ends in a conversion
 * or in nothing, exactly: no path is simulated. With N the fundamental matrix of the
 * chain, a path meets state k with probability h = (start N)k / Nkk and converts from
 * there with b = (N r)k; without k everything that met it comes to nothing, so h b of
 * the conversions are lost. For value, a conversion is worth the mean value of those
 * that followed the same last state.
 *
 * @param transitions - in any order; several of one pair add up
 * @throws RangeError for a count or value that is negative or no number
 * @see Anderl, Becker, von Wangenheim, Schumann (2016), Mapping the customer journey,
 * International Journal of Research in Marketing 33(3), 457-474
 * @see Kemeny, Snell (1976), Finite Markov Chains, theorems 3.2.4 and 3.3.7
 */
export function markovRemovalEffects(
  transitions: readonly Transition[]
): MarkovModel {
  transitions.forEach(rejectNonsense)
  const states = statesOf(transitions)
  if (states.length === 0) {
    return { effects: [], conversion_rate: 0 }
  }
  const size = states.length
  const { start, among, toConversion, reward } = chainOf(transitions, states)
  const fundamental = fundamentalMatrix(among, size)
  const at = (row: number, column: number) => fundamental[row * size + column]!
  const indexes = states.map((_state, index) => index)
  const visits = indexes.map((k) =>
    sum(indexes, (from) => start[from]! * at(from, k))
  )
  const converts = indexes.map((k) =>
    sum(indexes, (last) => at(k, last) * toConversion[last]!)
  )
  const earns = indexes.map((k) =>
    sum(indexes, (last) => at(k, last) * reward[last]!)
  )
  const rate = sum(indexes, (from) => start[from]! * converts[from]!)
  const worth = sum(indexes, (from) => start[from]! * earns[from]!)
  return {
    effects: states.map((state, k) => {
      const meets = visits[k]! / at(k, k)
      return {
        state,
        conversions: shareOf(meets * converts[k]!, rate),
        value: shareOf(meets * earns[k]!, worth),
      }
    }),
    conversion_rate: rate,
  }
}

function sum(indexes: number[], part: (index: number) => number): number {
  let total = 0
  for (const index of indexes) {
    total += part(index)
  }
  return total
}

/** A part of a whole, free of what floating point adds to it. */
function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0
}

function rejectNonsense({ count, value }: Transition) {
  if (!(count >= 0 && Number.isFinite(count))) {
    throw new RangeError(`count must be a number >= 0, got ${count}`)
  }
  if (!(value >= 0 && Number.isFinite(value))) {
    throw new RangeError(`value must be a number >= 0, got ${value}`)
  }
}

function statesOf(transitions: readonly Transition[]): string[] {
  const counted = transitions.filter(({ count }) => count > 0)
  const names = counted.flatMap(({ from, to }) =>
    [from, to].filter((name) => typeof name === "string")
  )
  return [...new Set(names)].toSorted()
}

/** Probabilities: of each beginning, from state to state, and of a conversion. */
function chainOf(transitions: readonly Transition[], states: string[]) {
  const size = states.length
  const indexOf = new Map(states.map((state, index) => [state, index]))
  const start = new Float64Array(size)
  const among = new Float64Array(size * size)
  const toConversion = new Float64Array(size)
  const reward = new Float64Array(size)
  const leaving = new Float64Array(size)
  for (const { from, to, count, value } of transitions) {
    const target = typeof to === "string" ? indexOf.get(to) : undefined
    const source = from === null ? undefined : indexOf.get(from)
    if (source === undefined) {
      if (target !== undefined) {
        start[target]! += count
      }
      continue
    }
    leaving[source]! += count
    if (target !== undefined) {
      among[source * size + target]! += count
    } else if (typeof to === "object" && to.ending === "conversion") {
      toConversion[source]! += count
      reward[source]! += value
    }
  }
  const begun = start.reduce((total, count) => total + count, 0)
  const perLeaving = (parts: Float64Array) =>
    parts.map((part, index) => part / (leaving[index]! || 1))
  return {
    start: start.map((count) => count / (begun || 1)),
    among: among.map(
      (count, index) => count / (leaving[Math.floor(index / size)]! || 1)
    ),
    toConversion: perLeaving(toConversion),
    reward: perLeaving(reward),
  }
}
