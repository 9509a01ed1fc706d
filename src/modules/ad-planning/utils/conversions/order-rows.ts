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
}

export interface OrderItemRow {
  id: string
  is_giftcard: boolean
  quantity: Decimal
  total: Decimal
  tax_total: Decimal
  /** Money of the units received back, and of those dismissed as damaged. */
  return_received_total: Decimal
  return_dismissed_total: Decimal
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

export interface ReturnRow {
  id: string
  received_at: Date | null
  updated_at: Date
  items: {
    item_id: string
    received_quantity: Decimal
    damaged_quantity: Decimal
  }[]
}

/** A confirmed change of an order: the only dated trace of what moved its total. */
export interface OrderChangeRow {
  version: number
  change_type: string | null
  return_id: string | null
  confirmed_at: Date
}

export interface OrderMoneyInput {
  id: string
  currency: string
  placed_at: Date
  canceled_at: Date | null
  updated_at: Date
  current: OrderTotals
  /** Version 1; the same object as `current` for an order never changed. */
  original: OrderTotals
  returns: ReturnRow[]
  changes: OrderChangeRow[]
}
