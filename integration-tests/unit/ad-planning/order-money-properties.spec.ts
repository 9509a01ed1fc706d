import BigNumber from "bignumber.js"
import fc from "fast-check"
import type { OrderMoney } from "../../../src/modules/ad-planning/types"
import { minorUnitDigits } from "../../../src/modules/ad-planning/utils/money/minor-units"
import { orderMoney } from "../../../src/modules/ad-planning/utils/conversions/order-money"
import type {
  CreditLineRow,
  OrderMoneyInput,
  OrderTotals,
} from "../../../src/modules/ad-planning/utils/conversions/order-rows"
import { checkProperty } from "./helpers/check-property"
import { orderInput, orderItem, returnRow, totals } from "./helpers/orders"

// Up to six decimals, as prices with tax included and shares of discounts have.
const amount = fc
  .integer({ min: 0, max: 500_000_000 })
  .map((millionths) => new BigNumber(millionths).shiftedBy(-6).toFixed())
const quantity = fc.integer({ min: 0, max: 5 }).map(String)
const time = fc
  .integer({ min: 0, max: 60 * 86_400 })
  .map((seconds) => new Date(Date.UTC(2026, 7, 3, 10) + seconds * 1000))
const ITEM_IDS = ["item_1", "item_2", "item_3"]

const items = fc.tuple(
  ...ITEM_IDS.map((id) =>
    fc.record({
      id: fc.constant(id),
      is_giftcard: fc.boolean(),
      quantity,
      total: amount,
      tax_total: amount,
      return_requested_total: amount,
      return_received_total: amount,
      return_dismissed_total: amount,
      return_requested_quantity: quantity,
      return_received_quantity: quantity,
      return_dismissed_quantity: quantity,
    })
  )
)

function creditLines(prefix: string): fc.Arbitrary<CreditLineRow[]> {
  const line = fc.record({
    amount,
    reference: fc.constantFrom(null, "refund"),
    reference_id: fc.constant(null),
    created_at: time,
    created_in_version: fc.constantFrom(null, 2, 3),
  })
  return fc
    .array(line, { maxLength: 4 })
    .map((lines) =>
      lines.map((row, index) => ({ ...row, id: `${prefix}${index}` }))
    )
}

function orderTotals(prefix: string): fc.Arbitrary<OrderTotals> {
  return fc.record({
    total: amount,
    tax_total: amount,
    shipping_total: amount,
    shipping_tax_total: amount,
    discount_total: amount,
    credit_line_total: amount,
    items,
    credit_lines: creditLines(prefix),
    shipping_methods: fc.tuple(
      fc.record({
        id: fc.constant("method_1"),
        total: amount,
        tax_total: amount,
      })
    ),
  })
}

const RETURN_IDS = ["return_0", "return_1", "return_2"]
const returns = fc
  .array(fc.boolean(), { maxLength: RETURN_IDS.length })
  .map((swaps) =>
    swaps.map((is_swap, index) => ({ id: RETURN_IDS[index]!, is_swap }))
  )

const changes = fc
  .array(
    fc.record({
      confirmed_at: time,
      actions: fc.array(
        fc.record({
          action: fc.constantFrom(
            "RETURN_ITEM",
            "CANCEL_RETURN_ITEM",
            "RECEIVE_RETURN_ITEM",
            "RECEIVE_DAMAGED_RETURN_ITEM",
            "ITEM_UPDATE",
            "CREDIT_LINE_ADD"
          ),
          return_id: fc.constantFrom(null, ...RETURN_IDS),
          item_id: fc.constantFrom(null, ...ITEM_IDS, "item_gone"),
          quantity,
          reference_id: fc.constant(null),
        }),
        { maxLength: 4 }
      ),
    }),
    { maxLength: 5 }
  )
  .chain((rows) =>
    // A method is added once.
    fc.constantFrom(null, ...RETURN_IDS).map((return_id) =>
      rows.map((row, index) => ({
        ...row,
        version: index + 2,
        actions:
          index === 0 && return_id
            ? [
                ...row.actions,
                {
                  action: "SHIPPING_ADD",
                  return_id,
                  item_id: null,
                  quantity: "0",
                  reference_id: "method_1",
                },
              ]
            : row.actions,
      }))
    )
  )

/** Any order at all: its numbers need not even fit together. */
const anyOrder: fc.Arbitrary<OrderMoneyInput> = fc.record({
  id: fc.constant("order_1"),
  currency: fc.constantFrom("eur", "jpy", "kwd"),
  placed_at: fc.constant(new Date("2026-08-03T10:00:00Z")),
  canceled_at: fc.option(time),
  current: orderTotals("current_"),
  original: orderTotals("original_"),
  returns,
  changes,
  transactions: fc.array(
    fc.record({
      amount: fc
        .tuple(amount, fc.boolean())
        .map(([text, isBack]) =>
          isBack ? new BigNumber(text).negated().toFixed() : text
        ),
      created_at: time,
    }),
    { maxLength: 4 }
  ),
})

function sumOf(values: string[]): string {
  return BigNumber.sum(0, ...values).toFixed()
}

function difference(net: string, value: string): string {
  return new BigNumber(net).minus(value).toFixed()
}

function allAmounts({ value, net, adjustments }: OrderMoney): string[] {
  return [
    ...Object.values(value),
    ...Object.values(net),
    ...adjustments.flatMap((row) => [
      row.amount,
      row.tax_amount,
      row.shipping_amount,
    ]),
  ]
}

describe("orderMoney, for any order", () => {
  it("has adjustments that sum to exactly net - value, in every part", () => {
    checkProperty(
      fc.property(anyOrder, (order) => {
        const { value, net, adjustments } = orderMoney(order)
        expect(sumOf(adjustments.map((row) => row.amount))).toBe(
          difference(net.amount, value.amount)
        )
        expect(sumOf(adjustments.map((row) => row.tax_amount))).toBe(
          difference(net.tax, value.tax)
        )
        expect(sumOf(adjustments.map((row) => row.shipping_amount))).toBe(
          difference(net.shipping, value.shipping)
        )
      }),
      1_000
    )
  })

  it("is worth nothing once cancelled", () => {
    checkProperty(
      fc.property(anyOrder, time, (order, canceled_at) => {
        const { net } = orderMoney({ ...order, canceled_at })
        expect(Object.values(net).map(Number)).toEqual([0, 0, 0])
      })
    )
  })

  it("never has an adjustment of type order_change when cancelled, nor the other way round", () => {
    checkProperty(
      fc.property(anyOrder, (order) => {
        const types = orderMoney(order).adjustments.map(
          (row) => row.source_type
        )
        expect(types).not.toContain(
          order.canceled_at ? "order_change" : "cancellation"
        )
      })
    )
  })

  it("names every adjustment by a key of its own", () => {
    checkProperty(
      fc.property(anyOrder, (order) => {
        const keys = orderMoney(order).adjustments.map(
          (row) => `${row.source_type} ${row.source_id}`
        )
        expect(new Set(keys).size).toBe(keys.length)
      })
    )
  })

  it("writes every amount with the decimals of its currency, and no minus zero", () => {
    checkProperty(
      fc.property(anyOrder, (order) => {
        const digits = minorUnitDigits(order.currency)
        for (const text of allAmounts(orderMoney(order))) {
          expect(text).toBe(new BigNumber(text).plus(0).toFixed(digits))
          expect(text).not.toMatch(/^-0(\.0*)?$/)
        }
      })
    )
  })

  it("gives the same answer twice and leaves its input alone", () => {
    checkProperty(
      fc.property(anyOrder, (order) => {
        const before = structuredClone(order)
        const first = orderMoney(order)
        expect(order).toEqual(before)
        expect(orderMoney(order)).toEqual(first)
        expect(orderMoney(before)).toEqual(first)
      })
    )
  })
})

describe("orderMoney, for units sold at a fractional price and returned", () => {
  const sale = fc
    .record({
      currency: fc.constantFrom("eur", "jpy", "kwd"),
      total: fc.integer({ min: 1, max: 100_000 }),
      units: fc.integer({ min: 1, max: 9 }),
      parcels: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
    })
    .filter(
      ({ units, parcels }) => parcels.reduce((sum, n) => sum + n, 0) <= units
    )

  it("has returns only: rounding alone never makes an order_change", () => {
    checkProperty(
      fc.property(sale, ({ currency, total, units, parcels }) => {
        const price = new BigNumber(total).div(units)
        const back = parcels.reduce((sum, n) => sum + n, 0)
        const sold = orderItem({ quantity: `${units}`, total: `${total}` })
        const { net, adjustments } = orderMoney(
          orderInput({
            currency,
            current: totals({
              total: price.times(units - back).toFixed(),
              items: [
                {
                  ...sold,
                  total: price.times(units - back).toFixed(),
                  return_received_total: price.times(back).toFixed(),
                  return_received_quantity: `${back}`,
                },
              ],
            }),
            original: totals({ total: `${total}`, items: [sold] }),
            returns: parcels.map((n, index) =>
              returnRow({ received: `${n}` }, { id: `return_${index}` })
            ),
          })
        )
        expect(adjustments.map((row) => row.source_type)).toEqual(
          parcels.map(() => "return")
        )
        expect(net.amount).toBe(
          price.times(units - back).toFixed(minorUnitDigits(currency))
        )
      })
    )
  })
})
