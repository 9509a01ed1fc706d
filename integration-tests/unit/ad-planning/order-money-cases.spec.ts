import type { AdjustmentFact } from "../../../src/modules/ad-planning/types"
import { orderMoney } from "../../../src/modules/ad-planning/utils/conversions/order-money"
import type { OrderMoneyInput } from "../../../src/modules/ad-planning/utils/conversions/order-rows"
import {
  creditLine,
  orderInput,
  orderItem,
  returnRow,
  totals,
} from "./helpers/orders"

const canceledAt = new Date("2026-08-15T10:00:00Z")

/** Source, amount, tax and shipping of each adjustment. */
function rows(adjustments: AdjustmentFact[]) {
  return adjustments.map((row) => [
    row.source_type,
    row.amount,
    row.tax_amount,
    row.shipping_amount,
  ])
}

interface Case {
  order: OrderMoneyInput
  value: string
  net: string
  adjustments: [string, string, string, string][]
}

const twoShirts = orderItem({ quantity: "2", total: "120" })

// DEFINITIONS.md, section 8, as Medusa's order module leaves them.
const CASES: Record<string, Case> = {
  "1: one of two items at 60 returned, then refunded": {
    order: orderInput({
      current: totals({
        total: "60",
        items: [
          {
            ...twoShirts,
            total: "60",
            return_received_total: "60",
            return_received_quantity: "1",
          },
        ],
      }),
      original: totals({ total: "120", items: [twoShirts] }),
      returns: [returnRow()],
    }),
    value: "120.00",
    net: "60.00",
    adjustments: [["return", "-60.00", "0.00", "0.00"]],
  },
  "2: uncaptured order cancelled": {
    order: orderInput({
      canceled_at: canceledAt,
      current: totals({ credit_lines: [creditLine({ amount: "0" })] }),
      original: totals(),
    }),
    value: "100.00",
    net: "0.00",
    adjustments: [["cancellation", "-100.00", "0.00", "0.00"]],
  },
  "3: captured, goodwill refund of 10, then cancelled": {
    order: orderInput({
      canceled_at: canceledAt,
      current: totals({
        total: "0",
        credit_line_total: "100",
        credit_lines: [
          creditLine({ id: "ordcl_3", created_in_version: 2 }),
          creditLine({ id: "ordcl_4", amount: "90", created_in_version: 3 }),
        ],
      }),
      original: totals(),
    }),
    value: "100.00",
    net: "0.00",
    adjustments: [
      ["credit_line", "-10.00", "0.00", "0.00"],
      ["credit_line", "-90.00", "0.00", "0.00"],
    ],
  },
  "4: a 50 item exchanged for a 70 one": {
    order: orderInput({
      current: totals({
        total: "70",
        items: [
          orderItem({
            total: "0",
            return_received_total: "50",
            return_received_quantity: "1",
          }),
          orderItem({ id: "item_2", total: "70" }),
        ],
      }),
      original: totals({ total: "50", items: [orderItem({ total: "50" })] }),
      returns: [returnRow({}, { is_swap: true })],
    }),
    value: "50.00",
    net: "70.00",
    adjustments: [
      ["return", "-50.00", "0.00", "0.00"],
      ["order_change", "70.00", "0.00", "0.00"],
    ],
  },
  "an order never changed": {
    order: orderInput(),
    value: "100.00",
    net: "100.00",
    adjustments: [],
  },
  "an order of nothing": {
    order: orderInput({ current: totals({ total: "0" }) }),
    value: "0.00",
    net: "0.00",
    adjustments: [],
  },
  "an edit upward": {
    order: orderInput({
      current: totals({ total: "150" }),
      original: totals({ total: "50" }),
    }),
    value: "50.00",
    net: "150.00",
    adjustments: [["order_change", "100.00", "0.00", "0.00"]],
  },
  "an edit downward": {
    order: orderInput({
      current: totals({ total: "80" }),
      original: totals(),
    }),
    value: "100.00",
    net: "80.00",
    adjustments: [["order_change", "-20.00", "0.00", "0.00"]],
  },
  "a return, then the rest cancelled": {
    order: orderInput({
      canceled_at: canceledAt,
      current: totals({
        total: "60",
        items: [
          {
            ...twoShirts,
            total: "60",
            return_received_total: "60",
            return_received_quantity: "1",
          },
        ],
      }),
      original: totals({ total: "120", items: [twoShirts] }),
      returns: [returnRow()],
    }),
    value: "120.00",
    net: "0.00",
    adjustments: [
      ["return", "-60.00", "0.00", "0.00"],
      ["cancellation", "-60.00", "0.00", "0.00"],
    ],
  },
  "a refund of everything": {
    order: orderInput({
      current: totals({
        total: "0",
        credit_line_total: "100",
        credit_lines: [creditLine({ amount: "100", created_in_version: 2 })],
      }),
      original: totals(),
    }),
    value: "100.00",
    net: "0.00",
    adjustments: [["credit_line", "-100.00", "0.00", "0.00"]],
  },
  "yen have no decimals": {
    order: orderInput({
      currency: "jpy",
      current: totals({
        total: "666.666667",
        items: [
          orderItem({
            quantity: "3",
            return_received_total: "333.333333",
            return_received_quantity: "1",
          }),
        ],
      }),
      original: totals({ total: "1000" }),
      returns: [returnRow()],
    }),
    value: "1000",
    net: "667",
    adjustments: [["return", "-333", "0", "0"]],
  },
  "dinars have three": {
    order: orderInput({
      currency: "kwd",
      current: totals({
        total: "0.666667",
        items: [
          orderItem({
            quantity: "3",
            return_received_total: "0.333333",
            return_received_quantity: "1",
          }),
        ],
      }),
      original: totals({ total: "1" }),
      returns: [returnRow()],
    }),
    value: "1.000",
    net: "0.667",
    adjustments: [["return", "-0.333", "0.000", "0.000"]],
  },
}

describe("orderMoney", () => {
  it.each(Object.entries(CASES))(
    "case %s",
    (_name, { order, value, net, adjustments }) => {
      const money = orderMoney(order)
      expect(money.value.amount).toBe(value)
      expect(money.net.amount).toBe(net)
      expect(rows(money.adjustments)).toEqual(adjustments)
    }
  )
})
