import type {
  CreditLineRow,
  OrderItemRow,
  OrderMoneyInput,
  OrderTotals,
  ReturnRow,
} from "../../../../src/modules/ad-planning/utils/conversions/order-rows"

export const PLACED_AT = new Date("2026-08-03T10:00:00Z")
export const UPDATED_AT = new Date("2026-08-20T10:00:00Z")

/** Totals of an order of 100 without tax, shipping or lines. */
export function totals(overrides: Partial<OrderTotals> = {}): OrderTotals {
  return {
    total: "100",
    tax_total: "0",
    shipping_total: "0",
    shipping_tax_total: "0",
    discount_total: "0",
    credit_line_total: "0",
    items: [],
    credit_lines: [],
    ...overrides,
  }
}

export function orderItem(overrides: Partial<OrderItemRow> = {}): OrderItemRow {
  return {
    id: "item_1",
    is_giftcard: false,
    quantity: "1",
    total: "100",
    tax_total: "0",
    return_received_total: "0",
    return_dismissed_total: "0",
    return_received_quantity: "0",
    return_dismissed_quantity: "0",
    ...overrides,
  }
}

export function creditLine(
  overrides: Partial<CreditLineRow> = {}
): CreditLineRow {
  return {
    id: "ordcl_1",
    amount: "10",
    reference: null,
    reference_id: null,
    created_at: new Date("2026-08-10T10:00:00Z"),
    created_in_version: null,
    ...overrides,
  }
}

export function returnRow(
  units: { received?: string; damaged?: string; item_id?: string } = {},
  overrides: Partial<ReturnRow> = {}
): ReturnRow {
  return {
    id: "return_1",
    received_at: null,
    updated_at: new Date("2026-08-12T10:00:00Z"),
    items: [
      {
        item_id: units.item_id ?? "item_1",
        received_quantity: units.received ?? "1",
        damaged_quantity: units.damaged ?? "0",
      },
    ],
    ...overrides,
  }
}

/** An order of 100 EUR; without `original` it was never changed. */
export function orderInput(
  overrides: Partial<OrderMoneyInput> = {}
): OrderMoneyInput {
  const current = overrides.current ?? totals()
  return {
    id: "order_1",
    currency: "eur",
    placed_at: PLACED_AT,
    canceled_at: null,
    updated_at: UPDATED_AT,
    current,
    original: current,
    returns: [],
    changes: [],
    ...overrides,
  }
}
