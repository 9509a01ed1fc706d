import type { AdjustmentFact } from "../../../src/modules/ad-planning/types"
import { orderMoney } from "../../../src/modules/ad-planning/utils/conversions/order-money"
import {
  action,
  PLACED_AT,
  creditLine,
  orderInput,
  orderItem,
  returnRow,
  totals,
} from "./helpers/orders"

const canceledAt = new Date("2026-08-15T10:00:00Z")
const refundedAt = new Date("2026-08-10T10:00:00Z")

/** Source, amount, tax and shipping of each adjustment. */
function rows(adjustments: AdjustmentFact[]) {
  return adjustments.map((row) => [
    row.source_type,
    row.amount,
    row.tax_amount,
    row.shipping_amount,
  ])
}

describe("orderMoney", () => {
  it("takes discount, tax and shipping from the first version", () => {
    const money = orderMoney(
      orderInput({
        current: totals({ total: "50" }),
        original: totals({
          total: "119",
          tax_total: "19",
          shipping_total: "11.9",
          shipping_tax_total: "1.9",
          discount_total: "5",
        }),
      })
    )
    expect(money.value).toEqual({
      amount: "119.00",
      tax: "19.00",
      shipping: "10.00",
      discount: "5.00",
    })
  })

  it("gives a refund the tax and shipping of its share of the order", () => {
    const paid = {
      total: "119",
      tax_total: "19",
      shipping_total: "11.9",
      shipping_tax_total: "1.9",
    }
    const money = orderMoney(
      orderInput({
        current: totals({
          ...paid,
          total: "107.1",
          credit_line_total: "11.9",
          credit_lines: [creditLine({ amount: "11.9", created_in_version: 2 })],
        }),
        original: totals(paid),
      })
    )
    expect(money.net).toEqual({
      amount: "107.10",
      tax: "17.10",
      shipping: "9.00",
    })
    expect(rows(money.adjustments)).toEqual([
      ["credit_line", "-11.90", "-1.90", "-1.00"],
    ])
  })

  it("gives a return the tax of its item and no shipping", () => {
    const shirt = orderItem({
      quantity: "2",
      total: "214",
      tax_total: "14",
    })
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "118.9",
          tax_total: "8.9",
          shipping_total: "11.9",
          shipping_tax_total: "1.9",
          items: [
            {
              ...shirt,
              total: "107",
              tax_total: "7",
              return_received_total: "107",
              return_received_quantity: "1",
            },
          ],
        }),
        original: totals({
          total: "225.9",
          tax_total: "15.9",
          shipping_total: "11.9",
          shipping_tax_total: "1.9",
          items: [shirt],
        }),
        returns: [returnRow()],
      })
    )
    expect(money.net).toEqual({
      amount: "118.90",
      tax: "8.90",
      shipping: "10.00",
    })
    expect(rows(money.adjustments)).toEqual([
      ["return", "-107.00", "-7.00", "0.00"],
    ])
  })

  it("has an order_change of 0.00 where an edit only moved money into shipping", () => {
    const money = orderMoney(
      orderInput({
        current: totals({ shipping_total: "30" }),
        original: totals({ shipping_total: "10" }),
      })
    )
    expect(rows(money.adjustments)).toEqual([
      ["order_change", "0.00", "0.00", "20.00"],
    ])
  })

  it("leaves a gift-card line and its tax out of value and net", () => {
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "159.5",
          tax_total: "22",
          items: [
            orderItem({ total: "119", tax_total: "19" }),
            orderItem({
              id: "item_2",
              is_giftcard: true,
              total: "40.5",
              tax_total: "3",
            }),
          ],
        }),
      })
    )
    const shirt = { amount: "119.00", tax: "19.00", shipping: "0.00" }
    expect(money.value).toEqual({ ...shirt, discount: "0.00" })
    expect(money.net).toEqual(shirt)
    expect(money.adjustments).toEqual([])
  })

  it("counts an order of nothing but gift cards as 0, also when cancelled", () => {
    const items = [orderItem({ is_giftcard: true })]
    const money = orderMoney(
      orderInput({ canceled_at: canceledAt, current: totals({ items }) })
    )
    expect(money.value.amount).toBe("0.00")
    expect(money.net.amount).toBe("0.00")
    expect(money.adjustments).toEqual([])
  })

  it("adds a gift card used at checkout back: it is a means of payment", () => {
    const giftCard = creditLine({ amount: "30", created_at: PLACED_AT })
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "70",
          credit_line_total: "30",
          credit_lines: [giftCard],
        }),
      })
    )
    expect(money.value.amount).toBe("100.00")
    expect(money.net.amount).toBe("100.00")
    expect(money.adjustments).toEqual([])
  })

  it("still adds it back in a later version, beside a refund", () => {
    const giftCard = creditLine({ amount: "30", created_at: PLACED_AT })
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "60",
          credit_line_total: "40",
          credit_lines: [
            { ...giftCard, id: "ordcl_2", created_at: refundedAt },
            creditLine({ id: "ordcl_3", created_in_version: 2 }),
          ],
        }),
        original: totals({
          total: "70",
          credit_line_total: "30",
          credit_lines: [giftCard],
        }),
      })
    )
    expect(money.value.amount).toBe("100.00")
    expect(money.net.amount).toBe("90.00")
    expect(rows(money.adjustments)).toEqual([
      ["credit_line", "-10.00", "0.00", "0.00"],
    ])
  })

  it("puts a cent of rounding into the last return, not into an order_change", () => {
    const sold = orderItem({ quantity: "3" })
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "0",
          items: [
            {
              ...sold,
              total: "0",
              return_received_total: "100",
              return_received_quantity: "3",
            },
          ],
        }),
        original: totals({ items: [sold] }),
        returns: ["return_1", "return_2", "return_3"].map((id) =>
          returnRow({}, { id })
        ),
      })
    )
    expect(rows(money.adjustments)).toEqual([
      ["return", "-33.33", "0.00", "0.00"],
      ["return", "-33.33", "0.00", "0.00"],
      ["return", "-33.34", "0.00", "0.00"],
    ])
  })

  it("rounds half a cent away from zero, in value and correction alike", () => {
    const money = orderMoney(
      orderInput({
        current: totals({
          total: "0",
          credit_line_total: "10.005",
          credit_lines: [
            creditLine({ amount: "10.005", created_in_version: 2 }),
          ],
        }),
        original: totals({ total: "10.005" }),
      })
    )
    expect(money.value.amount).toBe("10.01")
    expect(money.net.amount).toBe("0.00")
    expect(rows(money.adjustments)).toEqual([
      ["credit_line", "-10.01", "0.00", "0.00"],
    ])
  })

  it.each(["ITEM_UPDATE", "ITEM_ADD", "ITEM_REMOVE", "SHIPPING_ADD"])(
    "dates an order_change by the latest change that altered the total (%s)",
    (name) => {
      const change = (version: number, at: string, ...names: string[]) => ({
        version,
        confirmed_at: new Date(at),
        actions: names.map((one) => action(one)),
      })
      const [row] = orderMoney(
        orderInput({
          current: totals({ total: "80" }),
          original: totals(),
          changes: [
            change(3, "2026-08-07T10:00:00Z", "FULFILL_ITEM", name),
            change(2, "2026-08-06T10:00:00Z", name),
            change(4, "2026-08-09T10:00:00Z", "TRANSFER_CUSTOMER"),
            change(5, "2026-08-10T10:00:00Z", "WRITE_OFF_ITEM"),
          ],
        })
      ).adjustments
      expect(row).toMatchObject({
        source_type: "order_change",
        source_id: "order_1",
        occurred_at: new Date("2026-08-07T10:00:00Z"),
      })
    }
  )

  it("dates an order_change that no change explains by the placement", () => {
    const [row] = orderMoney(
      orderInput({ current: totals({ total: "80" }), original: totals() })
    ).adjustments
    expect(row?.occurred_at).toEqual(PLACED_AT)
  })

  it("dates a cancellation by its own time", () => {
    const [row] = orderMoney(
      orderInput({ canceled_at: canceledAt })
    ).adjustments
    expect(row).toMatchObject({
      source_type: "cancellation",
      source_id: "order_1",
      occurred_at: canceledAt,
    })
  })
})
