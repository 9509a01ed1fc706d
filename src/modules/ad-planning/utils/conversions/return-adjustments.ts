import BigNumber from "bignumber.js"
import { addParts, sumParts, type Parts, ZERO } from "./money-parts"
import type { OrderItemRow, OrderMoneyInput } from "./order-rows"
import {
  outstandingUnits,
  returnMovements,
  type ReturnMovements,
  type Units,
} from "./return-movements"

export interface ReturnAdjustment extends Parts {
  source_type: "return" | "return_fee"
  source_id: string
  occurred_at: Date
}

/** A return that was asked for and is not back; what it asks for is worth this much. */
export interface AwaitedReturn extends Parts {
  id: string
  requested_at: Date
}

export interface ReturnMoney {
  /** What came back or counts as coming back (below 0), and fees for it (above 0). */
  rows: ReturnAdjustment[]
  /** Of the rows: what Medusa's total still has, as its parcel is not back yet. */
  swaps_awaited: Parts
  /** Returns that nothing was sent for: they count when they are back. */
  awaited: AwaitedReturn[]
}

/**
 * What returns took off an order. A return counts when its units are received,
 * damaged or not: one row per receipt. What is to come back for something that was
 * sent (exchange, replacing claim) counts from the request on, once: its receipt
 * changes nothing. What the customer pays for sending it back is a row of its own.
 */
export function returnMoney(order: OrderMoneyInput): ReturnMoney {
  const movements = returnMovements(order.returns, order.changes)
  const worth = (units: Units) =>
    sumParts([...units].map(([item, count]) => worthOf(order, item, count)))
  const rows = movements.flatMap((movement) => [
    ...(movement.is_swap
      ? swapRows(movement, worth)
      : receiptRows(movement, worth)),
    ...feeRows(order, movement),
  ])
  const awaited = movements.map((movement) => ({
    id: movement.id,
    is_swap: movement.is_swap,
    requested_at: movement.requested_at ?? order.placed_at,
    ...worth(outstandingUnits(movement)),
  }))
  return {
    rows: rows.filter(({ amount }) => !amount.isZero()),
    swaps_awaited: sumParts(awaited.filter(({ is_swap }) => is_swap)),
    awaited: awaited.filter(
      ({ is_swap, amount }) => !is_swap && amount.isPositive()
    ),
  }
}

type Worth = (units: Units) => Parts

function receiptRows(
  { id, receipts }: ReturnMovements,
  worth: Worth
): ReturnAdjustment[] {
  return receipts.map(({ received_at, units }, index) => ({
    source_type: "return",
    source_id: index === 0 ? id : `${id}:${index + 1}`,
    occurred_at: received_at,
    ...negated(worth(units)),
  }))
}

function swapRows(
  movements: ReturnMovements,
  worth: Worth
): ReturnAdjustment[] {
  const { id, requested_at, receipts } = movements
  const at = requested_at ?? receipts[0]?.received_at
  const received = receipts.map(({ units }) => worth(units))
  return at
    ? [
        {
          source_type: "return",
          source_id: id,
          occurred_at: at,
          ...negated(
            addParts(sumParts(received), worth(outstandingUnits(movements)))
          ),
        },
      ]
    : []
}

function feeRows(
  { current }: OrderMoneyInput,
  { fees }: ReturnMovements
): ReturnAdjustment[] {
  return fees.flatMap(({ shipping_method_id, charged_at }) => {
    const method = current.shipping_methods.find(
      ({ id }) => id === shipping_method_id
    )
    const amount = new BigNumber(method?.total ?? 0)
    const tax = new BigNumber(method?.tax_total ?? 0)
    return {
      source_type: "return_fee" as const,
      source_id: shipping_method_id,
      occurred_at: charged_at,
      amount,
      tax,
      shipping: amount.minus(tax),
    }
  })
}

function worthOf(
  order: OrderMoneyInput,
  itemId: string,
  units: BigNumber
): Parts {
  const item = order.current.items.find(({ id }) => id === itemId)
  if (!item || item.is_giftcard || units.isZero()) {
    return ZERO
  }
  const amount = unitTotal(item).times(units)
  return {
    amount,
    tax: amount.times(taxShare(order, item)),
    shipping: ZERO.shipping,
  }
}

/** What one unit of the item was worth, discounts and tax included. */
function unitTotal(item: OrderItemRow): BigNumber {
  const units = BigNumber.sum(
    item.return_requested_quantity,
    item.return_received_quantity,
    item.return_dismissed_quantity
  )
  return units.isZero()
    ? new BigNumber(0)
    : BigNumber.sum(
        item.return_requested_total,
        item.return_received_total,
        item.return_dismissed_total
      ).div(units)
}

/** Tax as a share of the item's total, from the version that sold it whole. */
function taxShare(order: OrderMoneyInput, item: OrderItemRow): BigNumber {
  const sold = order.original.items.find(({ id }) => id === item.id) ?? item
  const total = new BigNumber(sold.total)
  return total.isZero() ? total : new BigNumber(sold.tax_total).div(total)
}

function negated({ amount, tax, shipping }: Parts): Parts {
  return {
    amount: amount.negated(),
    tax: tax.negated(),
    shipping: shipping.negated(),
  }
}
