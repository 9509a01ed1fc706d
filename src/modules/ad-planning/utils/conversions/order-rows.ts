import type { Decimal } from "../../types"

/** An order as the order adapter reads it: amounts as exact decimal text. */
export interface OrderTotals {
  total: Decimal
  tax_total: Decimal
  shipping_total: Decimal
  shipping_tax_total: Decimal
  discount_total: Decimal
  credit_line_total: Decimal
  items: OrderItemRow[]
  credit_lines: CreditLineRow[]
  shipping_methods: ShippingMethodRow[]
}

export interface OrderItemRow {
  id: string
  is_giftcard: boolean
  quantity: Decimal
  total: Decimal
  tax_total: Decimal
  /** Money of the units asked to come back, received, and dismissed as damaged. */
  return_requested_total: Decimal
  return_received_total: Decimal
  return_dismissed_total: Decimal
  return_requested_quantity: Decimal
  return_received_quantity: Decimal
  return_dismissed_quantity: Decimal
}

export interface CreditLineRow {
  id: string
  amount: Decimal
  reference: string | null
  reference_id: string | null
  created_at: Date
  /** The order version that added it; Medusa copies lines into every later one. */
  created_in_version: number | null
}

export interface ShippingMethodRow {
  id: string
  total: Decimal
  tax_total: Decimal
}

export interface ReturnRow {
  id: string
  /** Of an exchange or a replacing claim: something was sent for what comes back. */
  is_swap: boolean
}

/** One thing that a confirmed change did, by the name Medusa gives it. */
export interface OrderActionRow {
  action: string
  return_id: string | null
  item_id: string | null
  quantity: Decimal
  /** Of SHIPPING_ADD: the shipping method. */
  reference_id: string | null
}

/** A confirmed change of an order: the only dated trace of what moved its total. */
export interface OrderChangeRow {
  version: number
  confirmed_at: Date
  actions: OrderActionRow[]
}

/** Money that came (above 0) or was given back (below 0). */
export interface TransactionRow {
  amount: Decimal
  created_at: Date
}

export interface OrderMoneyInput {
  id: string
  currency: string
  placed_at: Date
  canceled_at: Date | null
  current: OrderTotals
  /** Version 1; the same object as `current` for an order never changed. */
  original: OrderTotals
  returns: ReturnRow[]
  changes: OrderChangeRow[]
  transactions: TransactionRow[]
}
