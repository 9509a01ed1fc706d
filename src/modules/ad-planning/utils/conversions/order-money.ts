import BigNumber from "bignumber.js"
import type { AdjustmentFact, MoneyParts, OrderMoney } from "../../types"
import { minorUnitDigits } from "../money/minor-units"
import { creditLineAdjustments } from "./credit-line-adjustments"
import type { OrderMoneyInput, OrderTotals } from "./order-rows"
import { returnAdjustments } from "./return-adjustments"

interface Parts {
  amount: BigNumber
  tax: BigNumber
  shipping: BigNumber
}

const ZERO: Parts = {
  amount: new BigNumber(0),
  tax: new BigNumber(0),
  shipping: new BigNumber(0),
}

// What changes the total of an order without a credit line or a return.
const ORDER_CHANGE_TYPES = ["edit", "exchange", "claim"]

/**
 * What an order was worth at placement, what it is worth now, and one dated row
 * for each reason between the two. The only reader of order amounts.
 *
 * Value is the total of version 1, gift cards and store credit used as payment
 * added back, gift-card lines left out. Net is 0 for a cancelled order, else
 * the current total of the same kind less the credit lines given since. The
 * adjustments' amounts, taxes and shippings sum to exactly net - value.
 *
 * @returns amounts as decimal text in major units, rounded to the currency's
 * smallest unit; shipping is without its tax
 * @see docs/numbers.md, "Orders, revenue, corrections"
 */
export function orderMoney(order: OrderMoneyInput): OrderMoney {
  const digits = minorUnitDigits(order.currency)
  const credits = creditLineAdjustments(order)
  const credited = BigNumber.sum(0, ...credits.map((line) => line.amount))

  const value = roundParts(grossParts(order.original), digits)
  const gross = grossParts(order.current)
  const net = order.canceled_at
    ? ZERO
    : roundParts(shrink(gross, gross.amount.plus(credited)), digits)

  const rows = [
    ...credits.map((line) => ({
      ...line,
      ...shrink(gross, line.amount),
    })),
    ...returnAdjustments(order),
  ].map((row) => ({ ...row, ...roundParts(row, digits) }))
  const remainder = subtract(subtract(net, value), sum(rows))
  const adjustments = withRemainder(order, rows, remainder, digits)

  const discount = new BigNumber(order.original.discount_total)
  return {
    value: { ...toText(value, digits), discount: discount.toFixed(digits) },
    net: toText(net, digits),
    adjustments: adjustments.map((row) => toFact(row, digits)),
  }
}

interface AdjustmentRow extends Parts {
  source_type: AdjustmentFact["source_type"]
  source_id: string
  occurred_at: Date
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

/** An amount with tax and shipping in the proportion the whole order has. */
function shrink(whole: Parts, amount: BigNumber): Parts {
  if (whole.amount.isZero()) {
    return { ...ZERO, amount }
  }
  const share = amount.div(whole.amount)
  return {
    amount,
    tax: whole.tax.times(share),
    shipping: whole.shipping.times(share),
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
    return [...rows.slice(0, -1), { ...last, ...add(last, remainder) }]
  }
  if (isZero(remainder)) {
    return rows
  }
  const reason = order.canceled_at
    ? ({ source_type: "cancellation", occurred_at: order.canceled_at } as const)
    : ({ source_type: "order_change", occurred_at: changedAt(order) } as const)
  return [...rows, { ...reason, source_id: order.id, ...remainder }]
}

function changedAt(order: OrderMoneyInput): Date {
  const times = order.changes
    .filter(({ change_type }) => ORDER_CHANGE_TYPES.includes(`${change_type}`))
    .map((change) => change.confirmed_at.getTime())
  return times.length ? new Date(Math.max(...times)) : order.updated_at
}

function sum(rows: Parts[]): Parts {
  return rows.reduce<Parts>(add, ZERO)
}

function add(a: Parts, b: Parts): Parts {
  return {
    amount: a.amount.plus(b.amount),
    tax: a.tax.plus(b.tax),
    shipping: a.shipping.plus(b.shipping),
  }
}

function subtract(a: Parts, b: Parts): Parts {
  return {
    amount: a.amount.minus(b.amount),
    tax: a.tax.minus(b.tax),
    shipping: a.shipping.minus(b.shipping),
  }
}

function isZero({ amount, tax, shipping }: Parts): boolean {
  return amount.isZero() && tax.isZero() && shipping.isZero()
}

function roundParts({ amount, tax, shipping }: Parts, digits: number): Parts {
  return {
    amount: amount.decimalPlaces(digits, BigNumber.ROUND_HALF_UP),
    tax: tax.decimalPlaces(digits, BigNumber.ROUND_HALF_UP),
    shipping: shipping.decimalPlaces(digits, BigNumber.ROUND_HALF_UP),
  }
}

function toText({ amount, tax, shipping }: Parts, digits: number): MoneyParts {
  return {
    amount: amount.toFixed(digits),
    tax: tax.toFixed(digits),
    shipping: shipping.toFixed(digits),
  }
}

function toFact(row: AdjustmentRow, digits: number): AdjustmentFact {
  const { amount, tax, shipping } = toText(row, digits)
  return {
    source_type: row.source_type,
    source_id: row.source_id,
    occurred_at: row.occurred_at,
    amount,
    tax_amount: tax,
    shipping_amount: shipping,
  }
}
