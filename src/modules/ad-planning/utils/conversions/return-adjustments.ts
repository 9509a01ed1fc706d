import BigNumber from "bignumber.js"
import type { OrderItemRow, OrderMoneyInput, ReturnRow } from "./order-rows"

export interface ReturnAdjustment {
  source_type: "return"
  source_id: string
  amount: BigNumber
  tax: BigNumber
  shipping: BigNumber
  occurred_at: Date
}

/**
 * One row per return of which something came back, undamaged or not, with the
 * money of the units received. A return only requested changes nothing.
 */
export function returnAdjustments(order: OrderMoneyInput): ReturnAdjustment[] {
  return order.returns
    .map((row) => toAdjustment(order, row))
    .filter(({ amount }) => !amount.isZero())
}

function toAdjustment(
  order: OrderMoneyInput,
  row: ReturnRow
): ReturnAdjustment {
  const parts = row.items.map((returned) => {
    const units = new BigNumber(returned.received_quantity).plus(
      returned.damaged_quantity
    )
    const item = order.current.items.find(({ id }) => id === returned.item_id)
    if (!item || item.is_giftcard || units.isZero()) {
      return { amount: new BigNumber(0), tax: new BigNumber(0) }
    }
    const amount = unitTotal(item).times(units)
    return { amount, tax: amount.times(taxShare(order, item)) }
  })
  return {
    source_type: "return",
    source_id: row.id,
    amount: BigNumber.sum(0, ...parts.map(({ amount }) => amount)).negated(),
    tax: BigNumber.sum(0, ...parts.map(({ tax }) => tax)).negated(),
    shipping: new BigNumber(0),
    occurred_at: receivedAt(order, row),
  }
}

/** What one unit of the item was worth, discounts and tax included. */
function unitTotal(item: OrderItemRow): BigNumber {
  const units = new BigNumber(item.return_received_quantity).plus(
    item.return_dismissed_quantity
  )
  return units.isZero()
    ? new BigNumber(0)
    : new BigNumber(item.return_received_total)
        .plus(item.return_dismissed_total)
        .div(units)
}

/** Tax as a share of the item's total, from the version that sold it whole. */
function taxShare(order: OrderMoneyInput, item: OrderItemRow): BigNumber {
  const sold = order.original.items.find(({ id }) => id === item.id) ?? item
  const total = new BigNumber(sold.total)
  return total.isZero() ? total : new BigNumber(sold.tax_total).div(total)
}

/** Medusa dates a return only once it is complete; its changes are always dated. */
function receivedAt(order: OrderMoneyInput, row: ReturnRow): Date {
  const times = order.changes
    .filter(
      ({ return_id, change_type }) =>
        return_id === row.id && change_type === "return_receive"
    )
    .map((change) => change.confirmed_at.getTime())
  return times.length
    ? new Date(Math.max(...times))
    : (row.received_at ?? row.updated_at)
}
