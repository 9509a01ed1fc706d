import { orderMoney } from "../../../src/modules/ad-planning/utils/conversions/order-money"
import type { OrderMoneyInput } from "../../../src/modules/ad-planning/utils/conversions/order-rows"
import {
  creditLine,
  orderInput,
  orderItem,
  returnRow,
  totals,
  transaction,
} from "./helpers/orders"

const GIFT = orderItem({ id: "card", is_giftcard: true, total: "25" })
const shirt = (overrides = {}) =>
  orderItem({ quantity: "1", total: "60", ...overrides })
const received = { return_received_total: "60", return_received_quantity: "1" }
const refund = (amount: string, version = 2, at = "2026-08-10T10:00:00Z") =>
  creditLine({
    id: `line_${version}`,
    amount,
    created_in_version: version,
    created_at: new Date(at),
  })

interface Case {
  order: OrderMoneyInput
  net: string
  adjustments: [string, string][]
}

// Shipping of 5.94, as DEFINITIONS.md, section 8, has it.
const CASES: Record<string, Case> = {
  "26: a size swapped, the parcel not back": {
    order: orderInput({
      current: totals({
        total: "125.94",
        items: [
          shirt({
            return_requested_total: "60",
            return_requested_quantity: "1",
          }),
          shirt({ id: "item_2" }),
        ],
      }),
      original: totals({ total: "65.94", items: [shirt()] }),
      returns: [
        returnRow({ received: "0" }, { is_swap: true, requested: "1" }),
      ],
      transactions: [transaction("65.94")],
    }),
    net: "65.94",
    adjustments: [
      ["return", "-60.00"],
      ["order_change", "60.00"],
    ],
  },
  "26: the same, when it is back": {
    order: orderInput({
      current: totals({
        total: "65.94",
        items: [shirt({ total: "0", ...received }), shirt({ id: "item_2" })],
      }),
      original: totals({ total: "65.94", items: [shirt()] }),
      returns: [returnRow({}, { is_swap: true })],
      transactions: [transaction("65.94")],
    }),
    net: "65.94",
    adjustments: [
      ["return", "-60.00"],
      ["order_change", "60.00"],
    ],
  },
  "27: all refunded, then the parcel comes": {
    order: orderInput({
      current: totals({
        total: "-60",
        credit_line_total: "65.94",
        credit_lines: [refund("65.94")],
        items: [shirt({ total: "0", ...received })],
      }),
      original: totals({ total: "65.94", items: [shirt()] }),
      returns: [returnRow()],
      transactions: [transaction("65.94"), transaction("-65.94")],
    }),
    net: "0.00",
    adjustments: [["credit_line", "-65.94"]],
  },
  "27: one of two refunded, then that one comes": {
    order: orderInput({
      current: totals({
        total: "5.94",
        credit_line_total: "60",
        credit_lines: [refund("60")],
        items: [shirt({ quantity: "2", ...received })],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow()],
      transactions: [transaction("125.94"), transaction("-60")],
    }),
    net: "65.94",
    adjustments: [["credit_line", "-60.00"]],
  },
  "27: the parcel first, nothing refunded yet": {
    order: orderInput({
      current: totals({
        total: "65.94",
        items: [shirt({ quantity: "2", ...received })],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow()],
      transactions: [transaction("125.94")],
    }),
    net: "65.94",
    adjustments: [["return", "-60.00"]],
  },
  "less was refunded than then comes back: the rest is owed": {
    order: orderInput({
      current: totals({
        total: "55.94",
        credit_line_total: "10",
        credit_lines: [refund("10")],
        items: [shirt({ quantity: "2", ...received })],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow()],
      transactions: [transaction("125.94"), transaction("-10")],
    }),
    net: "65.94",
    adjustments: [
      ["credit_line", "-10.00"],
      ["return", "-50.00"],
    ],
  },
  "a return, then goodwill: two losses": {
    order: orderInput({
      current: totals({
        total: "55.94",
        credit_line_total: "10",
        credit_lines: [refund("10", 4, "2026-08-20T10:00:00Z")],
        items: [shirt({ quantity: "2", ...received })],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow()],
      transactions: [transaction("125.94"), transaction("-70")],
    }),
    net: "55.94",
    adjustments: [
      ["credit_line", "-10.00"],
      ["return", "-60.00"],
    ],
  },
  "an order that is not paid yet keeps nothing, and its return counts": {
    order: orderInput({
      current: totals({
        total: "65.94",
        items: [shirt({ quantity: "2", ...received })],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow()],
    }),
    net: "65.94",
    adjustments: [["return", "-60.00"]],
  },
  "a return that was asked for and paid back counts as far as it is paid": {
    order: orderInput({
      current: totals({
        total: "125.94",
        items: [
          shirt({
            quantity: "2",
            total: "120",
            return_requested_total: "60",
            return_requested_quantity: "1",
          }),
        ],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow({ received: "0" }, { requested: "1" })],
      transactions: [
        transaction("125.94"),
        transaction("-60", "2026-08-13T10:00:00Z"),
      ],
    }),
    net: "65.94",
    adjustments: [["return", "-60.00"]],
  },
  "an edit that is not paid yet beside a return that was asked for": {
    order: orderInput({
      current: totals({
        total: "185.94",
        items: [
          shirt({
            quantity: "3",
            total: "180",
            return_requested_total: "60",
            return_requested_quantity: "1",
          }),
        ],
      }),
      original: totals({
        total: "125.94",
        items: [shirt({ quantity: "2", total: "120" })],
      }),
      returns: [returnRow({ received: "0" }, { requested: "1" })],
      transactions: [transaction("125.94")],
    }),
    net: "185.94",
    adjustments: [["order_change", "60.00"]],
  },
  "28: a gift card refunded": {
    order: orderInput({
      current: totals({
        total: "0",
        credit_line_total: "25",
        credit_lines: [refund("25")],
        items: [GIFT],
      }),
      original: totals({ total: "25", items: [GIFT] }),
      transactions: [transaction("25"), transaction("-25")],
    }),
    net: "0.00",
    adjustments: [],
  },
  "28: beside a shirt": {
    order: orderInput({
      current: totals({
        total: "65.94",
        credit_line_total: "25",
        credit_lines: [refund("25")],
        items: [GIFT, shirt()],
      }),
      original: totals({ total: "90.94", items: [GIFT, shirt()] }),
      transactions: [transaction("90.94"), transaction("-25")],
    }),
    net: "65.94",
    adjustments: [],
  },
  "the shirt beside a gift card refunded": {
    order: orderInput({
      current: totals({
        total: "25",
        credit_line_total: "65.94",
        credit_lines: [refund("65.94")],
        items: [GIFT, shirt()],
      }),
      original: totals({ total: "90.94", items: [GIFT, shirt()] }),
      transactions: [transaction("90.94"), transaction("-65.94")],
    }),
    net: "0.00",
    adjustments: [["credit_line", "-65.94"]],
  },
  "both refunded at once": {
    order: orderInput({
      current: totals({
        total: "0",
        credit_line_total: "90.94",
        credit_lines: [refund("90.94")],
        items: [GIFT, shirt()],
      }),
      original: totals({ total: "90.94", items: [GIFT, shirt()] }),
      transactions: [transaction("90.94"), transaction("-90.94")],
    }),
    net: "0.00",
    adjustments: [["credit_line", "-65.94"]],
  },
  "the shirt refunded, then it comes back; the gift card stays": {
    order: orderInput({
      current: totals({
        total: "-35",
        credit_line_total: "65.94",
        credit_lines: [refund("65.94")],
        items: [GIFT, shirt({ total: "0", ...received })],
      }),
      original: totals({ total: "90.94", items: [GIFT, shirt()] }),
      returns: [returnRow()],
      transactions: [transaction("90.94"), transaction("-65.94")],
    }),
    net: "0.00",
    adjustments: [["credit_line", "-65.94"]],
  },
}

describe("orderMoney books no loss twice", () => {
  it.each(Object.entries(CASES))(
    "case %s",
    (_name, { order, net, adjustments }) => {
      const money = orderMoney(order)
      expect(money.net.amount).toBe(net)
      expect(
        money.adjustments.map((row) => [row.source_type, row.amount])
      ).toEqual(adjustments)
    }
  )
})
