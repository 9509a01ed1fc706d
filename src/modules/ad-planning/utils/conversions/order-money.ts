import BigNumber from "bignumber.js"
import type { AdjustmentFact, OrderMoney } from "../../types"
import { minorUnitDigits } from "../money/minor-units"
import { creditLineAdjustments } from "./credit-line-adjustments"
import { changedAt, keptOf, paidBack, refundedRequests } from "./kept-money"
import { doubledLosses } from "./doubled-losses"
import { splitGiftCardRefunds } from "./gift-card-refunds"
import {
  addParts,
  isZeroParts,
  type Parts,
  partsText,
  roundParts,
  shrink,
  subtractParts,
  sumParts,
  ZERO,
} from "./money-parts"
import type { OrderMoneyInput, OrderTotals } from "./order-rows"
import { returnMoney } from "./return-adjustments"

interface AdjustmentRow extends Parts {
  source_type: AdjustmentFact["source_type"]
  source_id: string
  occurred_at: Date
}

/**
 * What an order was worth at placement, what it is worth now, and one dated row
 * for each reason between the two. The only reader of order amounts.
 *
 * Value is the total of version 1, gift cards and store credit used as payment
 * added back, gift-card lines left out. Net is 0 for a cancelled order, else the
 * current total of the same kind, less what exchanges and replacing claims ask back,
 * less the credit lines given since, which no later loss repeats. The adjustments'
 * amounts, taxes and shippings sum to exactly net - value.
 *
 * @returns amounts as decimal text in major units, rounded to the currency's
 * smallest unit; shipping is without its tax
 * @see docs/numbers.md, "Orders, revenue, corrections"
 */
export function orderMoney(order: OrderMoneyInput): OrderMoney {
  const digits = minorUnitDigits(order.currency)
  const placed = grossParts(order.original)
  const value = roundParts(placed, digits)
  const { net: exact, rows: exactRows } = correctedMoney(order, placed)
  const net = order.canceled_at ? ZERO : roundParts(exact, digits)

  const rows = exactRows
    .filter((row) => !isZeroParts(row))
    .map((row) => ({ ...row, ...roundParts(row, digits) }))
  const remainder = subtractParts(subtractParts(net, value), sumParts(rows))
  const adjustments = withRemainder(order, rows, remainder, digits)

  const discount = new BigNumber(order.original.discount_total)
  return {
    value: { ...partsText(value, digits), discount: discount.toFixed(digits) },
    net: partsText(net, digits),
    adjustments: adjustments.map((row) => toFact(row, digits)),
  }
}

/** Net of an order that stands, and the rows that say why; nothing is rounded. */
function correctedMoney(
  order: OrderMoneyInput,
  placed: Parts
): { net: Parts; rows: AdjustmentRow[] } {
  const returns = returnMoney(order)
  const gross = grossParts(order.current)
  const goods = subtractParts(gross, returns.swaps_awaited)
  const given = creditLineAdjustments(order)
  const { credits, refunded } = splitGiftCardRefunds(
    order,
    given,
    BigNumber.max(placed.amount, gross.amount)
  )
  const credited = BigNumber.sum(0, ...credits.map(({ amount }) => amount))
  const booked = goods.amount.plus(credited)
  const creditRows = credits.map((line) => ({
    ...line,
    ...shrink(goods, line.amount),
  }))
  if (order.canceled_at) {
    return { net: ZERO, rows: [...creditRows, ...returns.rows] }
  }

  const change = {
    occurred_at: changedAt(order),
    amount: booked
      .minus(placed.amount)
      .minus(credited)
      .minus(sumParts(returns.rows).amount),
  }
  const kept = keptOf(order, given, refunded)
  const losses = [...returns.rows, change].filter(({ amount }) =>
    amount.isNegative()
  )
  const doubled = doubledLosses(credits, losses, kept.minus(booked))
  const returnRows = returns.rows.map((row) => {
    const part = doubled[losses.indexOf(row)]
    return part ? { ...row, ...shrink(row, row.amount.plus(part)) } : row
  })
  const early = refundedRequests(
    returns.awaited,
    BigNumber.min(
      booked.minus(kept),
      paidBack(order).minus(
        BigNumber.sum(
          credited.negated(),
          ...losses.map(({ amount }) => amount.negated()),
          ...returns.rows
            .filter(({ source_type }) => source_type === "return_fee")
            .map(({ amount }) => amount.negated())
        )
      )
    ),
    order
  )
  const amount = BigNumber.sum(
    booked,
    ...doubled,
    ...early.map((row) => row.amount)
  )
  return {
    net: shrink(goods, amount),
    rows: [...creditRows, ...returnRows, ...early],
  }
}

/** The order's own worth, before any means of payment is taken off. */
function grossParts(totals: OrderTotals): Parts {
  const giftCards = totals.items.filter((item) => item.is_giftcard)
  const giftTotal = BigNumber.sum(0, ...giftCards.map((item) => item.total))
  const giftTax = BigNumber.sum(0, ...giftCards.map((item) => item.tax_total))
  return {
    amount: new BigNumber(totals.total)
      .plus(totals.credit_line_total)
      .minus(giftTotal),
    tax: new BigNumber(totals.tax_total).minus(giftTax),
    shipping: new BigNumber(totals.shipping_total).minus(
      totals.shipping_tax_total
    ),
  }
}

/**
 * Puts what is left of net - value where it belongs: to the cancellation, to an
 * edit, exchange or claim, or, when it is only cents of rounding and parts of
 * tax, to the last row there is.
 */
function withRemainder(
  order: OrderMoneyInput,
  rows: AdjustmentRow[],
  remainder: Parts,
  digits: number
): AdjustmentRow[] {
  const rounding = new BigNumber(10).pow(-digits).times(rows.length)
  const isRounding = remainder.amount.abs().lte(rounding)
  const last = rows.at(-1)
  if (last && isRounding) {
    return [...rows.slice(0, -1), { ...last, ...addParts(last, remainder) }]
  }
  if (isZeroParts(remainder)) {
    return rows
  }
  const reason = order.canceled_at
    ? ({ source_type: "cancellation", occurred_at: order.canceled_at } as const)
    : ({ source_type: "order_change", occurred_at: changedAt(order) } as const)
  return [...rows, { ...reason, source_id: order.id, ...remainder }]
}

function toFact(row: AdjustmentRow, digits: number): AdjustmentFact {
  const { amount, tax, shipping } = partsText(row, digits)
  return {
    source_type: row.source_type,
    source_id: row.source_id,
    occurred_at: row.occurred_at,
    amount,
    tax_amount: tax,
    shipping_amount: shipping,
  }
}
