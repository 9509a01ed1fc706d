import BigNumber from "bignumber.js"
import type { CreditLineAdjustment } from "./credit-line-adjustments"
import { shrink } from "./money-parts"
import type { OrderMoneyInput } from "./order-rows"
import type { AwaitedReturn, ReturnAdjustment } from "./return-adjustments"

/** Actions of Medusa that move an order's total without a credit line or a return. */
const TOTAL_ACTIONS = [
  "ITEM_ADD",
  "ITEM_REMOVE",
  "ITEM_UPDATE",
  "ITEM_ADJUSTMENTS_REPLACE",
  "PROMOTION_ADD",
  "PROMOTION_REMOVE",
  "SHIPPING_ADD",
  "SHIPPING_REMOVE",
  "SHIPPING_UPDATE",
  "SHIPPING_ADJUSTMENTS_REPLACE",
]

/** When an order's total last changed otherwise than by a refund or a return. */
export function changedAt({ changes, placed_at }: OrderMoneyInput): Date {
  const times = changes
    .filter(({ actions }) =>
      actions.some(({ action }) => TOTAL_ACTIONS.includes(action))
    )
    .map((change) => change.confirmed_at.getTime())
  return times.length ? new Date(Math.max(...times)) : placed_at
}

/** What was given back of what was paid, above 0. */
export function paidBack({ transactions }: OrderMoneyInput): BigNumber {
  return BigNumber.sum(
    0,
    ...transactions.map(({ amount }) =>
      BigNumber.max(new BigNumber(amount).negated(), 0)
    )
  )
}

/**
 * What the shop kept of an order: what was paid, gift cards and store credit at
 * checkout included, less what was given back; gift cards that it sold are not its.
 *
 * @param given - all credit lines since placement
 * @param giftCardsRefunded - what of them was of gift cards
 */
export function keptOf(
  { current, transactions }: OrderMoneyInput,
  given: CreditLineAdjustment[],
  giftCardsRefunded: BigNumber
): BigNumber {
  const later = BigNumber.sum(0, ...given.map(({ amount }) => amount)).negated()
  const giftCards = BigNumber.sum(
    0,
    ...current.items.filter((item) => item.is_giftcard).map((i) => i.total)
  )
  return BigNumber.sum(
    0,
    ...transactions.map(({ amount }) => amount),
    new BigNumber(current.credit_line_total).minus(later),
    BigNumber.max(giftCards.minus(giftCardsRefunded), 0).negated()
  )
}

/**
 * Returns that were paid back before their parcel came: they count as far as they
 * are paid, from the last payment on.
 *
 * @param paid - what was given back beyond every loss that is booked
 */
export function refundedRequests(
  awaited: AwaitedReturn[],
  paid: BigNumber,
  { transactions }: OrderMoneyInput
): ReturnAdjustment[] {
  const times = transactions
    .filter(({ amount }) => new BigNumber(amount).isNegative())
    .map(({ created_at }) => created_at.getTime())
  let left = BigNumber.max(paid, 0)
  return awaited.flatMap(({ id, requested_at, ...parts }) => {
    const amount = BigNumber.min(left, parts.amount)
    left = left.minus(amount)
    return amount.isZero()
      ? []
      : {
          source_type: "return" as const,
          source_id: `${id}:refunded`,
          occurred_at: new Date(Math.max(requested_at.getTime(), ...times)),
          ...shrink(parts, amount.negated()),
        }
  })
}
