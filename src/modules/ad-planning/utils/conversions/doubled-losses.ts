import BigNumber from "bignumber.js"

interface Dated {
  amount: BigNumber
  occurred_at: Date
}

/**
 * How much of each loss (a return, an edit; below 0) a refund before it had already
 * paid: refunds are used up by the losses after them, in order of time, and in all
 * at most `limit` is.
 *
 * @returns one amount of 0 or more for each loss
 */
export function doubledLosses(
  refunds: Dated[],
  losses: Dated[],
  limit: BigNumber
): BigNumber[] {
  const doubled = losses.map(() => new BigNumber(0))
  const inTime = losses
    .map((loss, index) => ({ ...loss, index }))
    .toSorted((a, b) => +a.occurred_at - +b.occurred_at || a.index - b.index)
  let left = BigNumber.max(limit, 0)
  let used = new BigNumber(0)
  for (const { amount, occurred_at, index } of inTime) {
    const before = refunds.filter((row) => row.occurred_at <= occurred_at)
    const given = BigNumber.sum(0, ...before.map((row) => row.amount))
    const open = given.negated().minus(used)
    const part = BigNumber.max(BigNumber.min(open, amount.negated(), left), 0)
    doubled[index] = part
    used = used.plus(part)
    left = left.minus(part)
  }
  return doubled
}
