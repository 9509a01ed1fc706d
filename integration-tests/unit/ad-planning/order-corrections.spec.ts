import { creditLineAdjustments } from "../../../src/modules/ad-planning/utils/conversions/credit-line-adjustments"
import type {
  CreditLineRow,
  OrderChangeRow,
  OrderItemRow,
} from "../../../src/modules/ad-planning/utils/conversions/order-rows"
import { returnMoney } from "../../../src/modules/ad-planning/utils/conversions/return-adjustments"
import {
  action,
  PLACED_AT,
  creditLine,
  orderInput,
  orderItem,
  returnRow,
  totals,
  type ToldReturn,
} from "./helpers/orders"

const later = new Date("2026-08-10T10:00:00Z")

function creditRows(
  current: CreditLineRow[],
  original: CreditLineRow[] = current,
  changes: OrderChangeRow[] = []
) {
  return creditLineAdjustments(
    orderInput({
      current: totals({ credit_lines: current }),
      original: totals({ credit_lines: original }),
      changes,
    })
  ).map((row) => [row.source_id, row.amount.toFixed(), row.occurred_at])
}

describe("creditLineAdjustments", () => {
  it("is a negative row per line given after the order was placed", () => {
    expect(creditRows([creditLine()])).toEqual([["ordcl_1", "-10", later]])
  })

  it("leaves out a line of 0", () => {
    expect(creditRows([creditLine({ amount: "0" })])).toEqual([])
  })

  it.each([
    ["before the order", -60_000, []],
    ["with the order", 0, []],
    ["in the same transaction", 1_000, []],
    ["later", 1_001, [["ordcl_1", "-10"]]],
  ])(
    "takes a line made %s for a means of payment or not",
    (_case, ms, expected) => {
      const created_at = new Date(PLACED_AT.getTime() + ms)
      const found = creditRows([creditLine({ created_at })])
      expect(found.map(([id, amount]) => [id, amount])).toEqual(expected)
    }
  )

  it("knows a copied line by its row in version 1", () => {
    const copy = creditLine({
      id: "ordcl_9",
      created_at: new Date("2026-08-19T10:00:00Z"),
    })
    expect(creditRows([copy], [creditLine()])).toEqual([
      ["ordcl_1", "-10", later],
    ])
  })

  it("knows a copied means of payment by its row in version 1", () => {
    const paid = creditLine({ created_at: PLACED_AT })
    const copy = { ...paid, id: "ordcl_9", created_at: later }
    expect(creditRows([copy], [paid])).toEqual([])
  })

  it("finds the copy though one of the two writes the amount with zeros", () => {
    const copy = creditLine({ id: "ordcl_9", amount: "10.00" })
    expect(creditRows([copy], [creditLine()])).toEqual([
      ["ordcl_1", "-10", later],
    ])
  })

  it.each([
    ["amount", { amount: "11" }],
    ["reference", { reference: "refund" }],
    ["reference id", { reference_id: "pay_2" }],
  ])("takes a line of another %s for none of them", (_case, different) => {
    const line = creditLine({ id: "ordcl_9", ...different })
    const [row] = creditRows([line], [creditLine({ created_at: PLACED_AT })])
    expect(row?.[0]).toBe("ordcl_9")
  })

  it("uses each row of version 1 for one copy only", () => {
    const original = [creditLine(), creditLine({ id: "ordcl_2" })]
    const copies = ["ordcl_7", "ordcl_8", "ordcl_9"].map((id) =>
      creditLine({ id })
    )
    expect(creditRows(copies, original).map(([id]) => id)).toEqual([
      "ordcl_1",
      "ordcl_2",
      "ordcl_9",
    ])
  })

  it("names a line by the version that added it, whatever its id is now", () => {
    const lines = [
      creditLine({ id: "a", created_in_version: 2 }),
      creditLine({ id: "b", created_in_version: 3 }),
      creditLine({ id: "c", created_in_version: 2 }),
    ]
    expect(creditRows(lines, []).map(([id]) => id)).toEqual([
      "order_1:v2:1",
      "order_1:v3:1",
      "order_1:v2:2",
    ])
    const copied = lines.map((line) => ({ ...line, id: `${line.id}2` }))
    expect(creditRows(copied, [])).toEqual(creditRows(lines, []))
  })

  it("dates it by that version's change, else by the line", () => {
    const confirmed_at = new Date("2026-08-09T08:00:00Z")
    const lines = [
      creditLine({ created_in_version: 2 }),
      creditLine({ created_in_version: 3 }),
    ]
    const change = {
      version: 2,
      actions: [action("CREDIT_LINE_ADD")],
      confirmed_at,
    }
    expect(creditRows(lines, [], [change]).map(([, , at]) => at)).toEqual([
      confirmed_at,
      later,
    ])
  })
})

function returnRows(
  items: OrderItemRow[],
  returns: ToldReturn[],
  sold: OrderItemRow[] = items
) {
  return returnMoney(
    orderInput({
      current: totals({ items }),
      original: totals({ items: sold }),
      returns,
    })
  ).rows.map((row) => [row.source_id, row.amount.toFixed(), row.tax.toFixed()])
}

describe("returnMoney", () => {
  const returned = orderItem({
    quantity: "4",
    return_received_total: "60",
    return_received_quantity: "3",
  })

  it("is worth what the units received cost", () => {
    expect(returnRows([returned], [returnRow({ received: "2" })])).toEqual([
      ["return_1", "-40", "0"],
    ])
  })

  it("has a row per return of the same item", () => {
    const returns = [
      returnRow({ received: "1" }),
      returnRow({ received: "2" }, { id: "return_2" }),
    ]
    expect(returnRows([returned], returns)).toEqual([
      ["return_1", "-20", "0"],
      ["return_2", "-40", "0"],
    ])
  })

  it("adds the items of one return up", () => {
    const other = { ...returned, id: "item_2", return_received_total: "6" }
    const both = returnRow({ received: "1" }, { other_items: ["item_2"] })
    expect(returnRows([returned, other], [both])).toEqual([
      ["return_1", "-22", "0"],
    ])
  })

  it("counts damaged units as well", () => {
    const damaged = orderItem({
      return_received_total: "20",
      return_received_quantity: "1",
      return_dismissed_total: "20",
      return_dismissed_quantity: "1",
    })
    const row = returnRow({ received: "1", damaged: "1" })
    expect(returnRows([damaged], [row])).toEqual([["return_1", "-40", "0"]])
  })

  it("counts a return of nothing but damaged units", () => {
    const damaged = orderItem({
      return_dismissed_total: "20",
      return_dismissed_quantity: "1",
    })
    const row = returnRow({ received: "0", damaged: "1" })
    expect(returnRows([damaged], [row])).toEqual([["return_1", "-20", "0"]])
  })

  it.each([
    ["only requested", [orderItem()], returnRow({ received: "0" })],
    ["of a gift card", [{ ...returned, is_giftcard: true }], returnRow()],
    ["of an item the order no longer has", [], returnRow()],
    ["of an item that cost nothing", [orderItem()], returnRow()],
    ["of nothing", [returned], returnRow({ received: "0", damaged: "0" })],
  ])("has no row for a return %s", (_case, items, row) => {
    expect(returnRows(items, [row])).toEqual([])
  })

  it("splits fractional unit totals without rounding", () => {
    const third = orderItem({
      return_received_total: "10",
      return_received_quantity: "3",
    })
    const [row] = returnRows([third], [returnRow()])
    expect(row?.[1]).toBe("-3.33333333333333333333")
  })

  it("takes the tax share from the item as it was sold", () => {
    const sold = { ...returned, total: "75", tax_total: "15" }
    const now = { ...returned, total: "15", tax_total: "0" }
    const row = returnRow({ received: "3" })
    expect(returnRows([now], [row], [sold])).toEqual([
      ["return_1", "-60", "-12"],
    ])
  })

  it("takes the tax share of an item that an edit added from the item itself", () => {
    const added = {
      ...returned,
      total: "60",
      tax_total: "6",
    }
    expect(returnRows([added], [returnRow()], [])).toEqual([
      ["return_1", "-20", "-2"],
    ])
  })

  it("dates each receipt of a return by its own change", () => {
    const second = {
      version: 4,
      confirmed_at: new Date("2026-08-14T10:00:00Z"),
      actions: [
        action("RECEIVE_DAMAGED_RETURN_ITEM", {
          return_id: "return_1",
          item_id: "item_1",
          quantity: "2",
        }),
      ],
    }
    const { rows } = returnMoney(
      orderInput({
        current: totals({ items: [returned] }),
        returns: [returnRow({}, { requested: "3" })],
        changes: [second],
      })
    )
    expect(
      rows.map((row) => [
        row.source_id,
        row.amount.toFixed(),
        row.occurred_at.toISOString(),
      ])
    ).toEqual([
      ["return_1", "-20", "2026-08-12T10:00:00.000Z"],
      ["return_1:2", "-40", "2026-08-14T10:00:00.000Z"],
    ])
  })

  it("awaits what was only asked for, and counts it at once where something is sent for it", () => {
    const item = orderItem({
      return_requested_total: "60",
      return_requested_quantity: "2",
    })
    const ask = (is_swap: boolean) =>
      returnMoney(
        orderInput({
          current: totals({ items: [item] }),
          returns: [returnRow({ received: "0" }, { requested: "2", is_swap })],
        })
      )
    const awaiting = ask(false)
    expect(awaiting.rows).toEqual([])
    expect(awaiting.swaps_awaited.amount.toFixed()).toBe("0")
    expect(
      awaiting.awaited.map(({ id, amount }) => [id, amount.toFixed()])
    ).toEqual([["return_1", "60"]])

    const swapped = ask(true)
    expect(
      swapped.rows.map((row) => [
        row.source_id,
        row.amount.toFixed(),
        row.occurred_at.toISOString(),
      ])
    ).toEqual([["return_1", "-60", "2026-08-11T10:00:00.000Z"]])
    expect(swapped.swaps_awaited.amount.toFixed()).toBe("60")
    expect(swapped.awaited).toEqual([])
  })

  it("forgets what was asked for and cancelled", () => {
    const { rows, awaited, swaps_awaited } = returnMoney(
      orderInput({
        current: totals({ items: [orderItem()] }),
        returns: [
          returnRow({ received: "0" }, { requested: "1", is_swap: true }),
        ],
        changes: [
          {
            version: 3,
            confirmed_at: new Date("2026-08-14T10:00:00Z"),
            actions: [
              action("CANCEL_RETURN_ITEM", {
                return_id: "return_1",
                item_id: "item_1",
              }),
            ],
          },
        ],
      })
    )
    expect([rows, awaited, swaps_awaited.amount.toFixed()]).toEqual([
      [],
      [],
      "0",
    ])
  })

  it("names what the customer pays for sending it back", () => {
    const { rows } = returnMoney(
      orderInput({
        current: totals({
          shipping_methods: [{ id: "method_1", total: "6", tax_total: "1" }],
        }),
        returns: [returnRow({ received: "0" })],
        changes: [
          {
            version: 2,
            confirmed_at: new Date("2026-08-11T10:00:00Z"),
            actions: ["method_1", "method_gone"].map((reference_id) =>
              action("SHIPPING_ADD", { return_id: "return_1", reference_id })
            ),
          },
        ],
      })
    )
    expect(
      rows.map((row) => [
        row.source_type,
        row.source_id,
        row.amount.toFixed(),
        row.tax.toFixed(),
        row.shipping.toFixed(),
      ])
    ).toEqual([["return_fee", "method_1", "6", "1", "5"]])
  })
})
