import type {
  CreditLineRow,
  OrderActionRow,
  OrderChangeRow,
  OrderItemRow,
  OrderMoneyInput,
  OrderTotals,
  TransactionRow,
} from "../../../../src/modules/ad-planning/utils/conversions/order-rows"

export const PLACED_AT = new Date("2026-08-03T10:00:00Z")

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
    shipping_methods: [],
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
    return_requested_total: "0",
    return_received_total: "0",
    return_dismissed_total: "0",
    return_requested_quantity: "0",
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

/** A return as a test tells it: what came back, all of it at once. */
export interface ToldReturn {
  id: string
  is_swap: boolean
  requested_at: Date
  received_at: Date
  item_id: string
  requested: string
  received: string
  damaged: string
  /** One unit of each of these came in the same parcel. */
  other_items: string[]
}

export function returnRow(
  units: { received?: string; damaged?: string; item_id?: string } = {},
  overrides: Partial<ToldReturn> = {}
): ToldReturn {
  const received = units.received ?? "1"
  const damaged = units.damaged ?? "0"
  return {
    id: "return_1",
    is_swap: false,
    requested_at: new Date("2026-08-11T10:00:00Z"),
    received_at: new Date("2026-08-12T10:00:00Z"),
    item_id: units.item_id ?? "item_1",
    requested: `${Number(received) + Number(damaged)}`,
    received,
    damaged,
    other_items: [],
    ...overrides,
  }
}

/** An action of a return, on an item unless it says otherwise. */
export function action(
  name: string,
  overrides: Partial<OrderActionRow> = {}
): OrderActionRow {
  return {
    action: name,
    return_id: null,
    item_id: null,
    quantity: "1",
    reference_id: null,
    ...overrides,
  }
}

/** The changes that Medusa confirms for a return. */
function changesOf(told: ToldReturn): OrderChangeRow[] {
  const of = { return_id: told.id, item_id: told.item_id }
  return [
    {
      version: 2,
      confirmed_at: told.requested_at,
      actions: [action("RETURN_ITEM", { ...of, quantity: told.requested })],
    },
    {
      version: 3,
      confirmed_at: told.received_at,
      actions: [
        action("RECEIVE_RETURN_ITEM", { ...of, quantity: told.received }),
        action("RECEIVE_DAMAGED_RETURN_ITEM", {
          ...of,
          quantity: told.damaged,
        }),
        ...told.other_items.map((item_id) =>
          action("RECEIVE_RETURN_ITEM", { ...of, item_id })
        ),
      ].filter(({ quantity }) => Number(quantity) > 0),
    },
  ]
}

/** Money that came, or below 0 was given back. */
export function transaction(
  amount: string,
  at = "2026-08-03T10:00:00Z"
): TransactionRow {
  return { amount, created_at: new Date(at) }
}

/** An order of 100 EUR; without `original` it was never changed. */
export function orderInput({
  returns = [],
  changes = [],
  ...overrides
}: Partial<Omit<OrderMoneyInput, "returns">> & {
  returns?: ToldReturn[]
} = {}): OrderMoneyInput {
  const current = overrides.current ?? totals()
  return {
    id: "order_1",
    currency: "eur",
    placed_at: PLACED_AT,
    canceled_at: null,
    current,
    original: current,
    returns: returns.map(({ id, is_swap }) => ({ id, is_swap })),
    changes: [...changes, ...returns.flatMap(changesOf)],
    transactions: [],
    ...overrides,
  }
}
