import BigNumber from "bignumber.js"
import type { CreditLineAdjustment } from "./credit-line-adjustments"
import type { OrderItemRow, OrderMoneyInput } from "./order-rows"

export interface SplitCredits {
  /** Without what was refunded of gift cards. */
  credits: CreditLineAdjustment[]
  /** What was refunded of gift cards, above 0. */
  refunded: BigNumber
}

/**
 * Takes the refunds of bought gift cards out of an order's credit lines: a gift card
 * was no revenue, so its refund is no loss. A line is a gift card's when it is exactly
 * what one or all of them cost and nothing else in the order costs that; and so is
 * what all lines together give back beyond the worth of everything else.
 *
 * @param worth - of everything but gift cards, at its highest
 */
export function splitGiftCardRefunds(
  order: OrderMoneyInput,
  credits: CreditLineAdjustment[],
  worth: BigNumber
): SplitCredits {
  const cards = order.original.items.filter(({ is_giftcard }) => is_giftcard)
  const sold = BigNumber.sum(0, ...cards.map(({ total }) => total))
  const isCardPrice = cardPrices(cards, sold, order)
  let left = sold
  const exact = credits.map((line) => {
    const given = line.amount.negated()
    if (given.gt(left) || !isCardPrice(given)) {
      return line
    }
    left = left.minus(given)
    return { ...line, amount: new BigNumber(0) }
  })
  const given = BigNumber.sum(0, ...exact.map(({ amount }) => amount)).negated()
  let beyond = BigNumber.min(left, BigNumber.max(given.minus(worth), 0))
  // The latest first: what went beyond came last.
  const rest = exact.toReversed().map((line) => {
    const part = BigNumber.max(BigNumber.min(beyond, line.amount.negated()), 0)
    beyond = beyond.minus(part)
    left = left.minus(part)
    return { ...line, amount: line.amount.plus(part) }
  })
  return {
    credits: rest.toReversed().filter(({ amount }) => !amount.isZero()),
    refunded: sold.minus(left),
  }
}

function cardPrices(
  cards: OrderItemRow[],
  sold: BigNumber,
  { original }: OrderMoneyInput
): (amount: BigNumber) => boolean {
  const ofCards = [sold, ...prices(cards)]
  const ofOthers = prices(original.items.filter((item) => !item.is_giftcard))
  return (amount) =>
    amount.gt(0) && isAmong(amount, ofCards) && !isAmong(amount, ofOthers)
}

/** What a line of each costs, and a single one of it. */
function prices(items: OrderItemRow[]): BigNumber[] {
  return items
    .filter(({ quantity }) => new BigNumber(quantity).gt(0))
    .flatMap(({ total, quantity }) => [
      new BigNumber(total),
      new BigNumber(total).div(quantity),
    ])
}

function isAmong(amount: BigNumber, list: BigNumber[]): boolean {
  return list.some((price) => price.eq(amount))
}
