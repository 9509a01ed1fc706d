/** Buyers with the same history, in weeks since their first purchase day. */
export interface PurchaseGroup {
  /** Purchase days after the first one: x in the paper. */
  repeats: number
  /** Weeks from the first purchase day to the last one: t_x. */
  last: number
  /** Weeks from the first purchase day to the moment of the calculation: T. */
  age: number
  /** Buyers who have it. */
  count: number
}

/**
 * How many buyers a history is known of.
 *
 * @throws RangeError for a group that cannot be, and without any
 */
export function buyersOf(groups: PurchaseGroup[]): number {
  for (const { repeats, last, age, count } of groups) {
    const isHistory =
      Number.isInteger(repeats) && repeats >= 0 && last >= 0 && last <= age
    if (!isHistory || !(count > 0) || (repeats === 0 && last !== 0)) {
      throw new RangeError(
        `no purchase history: ${repeats} repeats, last ${last}, age ${age}, count ${count}`
      )
    }
  }
  const buyers = groups.reduce((sum, { count }) => sum + count, 0)
  if (buyers === 0) {
    throw new RangeError("purchase histories are required, got none")
  }
  return buyers
}

/** Sum over i < n of 1 / (start + i): a difference of digammas. */
export function reciprocalSum(start: number, n: number): number {
  let sum = 0
  for (let index = 0; index < n; index++) {
    sum += 1 / (start + index)
  }
  return sum
}
