import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  updateOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { sql } from "../../../helpers/ad-planning"
import {
  cancelExchange,
  receive,
  receiveParcel,
  requestExchange,
  requestReplacement,
  requestReturn,
} from "../../../helpers/order-events"
import {
  capturePayment,
  editQuantity,
  fulfil,
  type PlacedOrder,
  placeOrder,
  refund,
} from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore, type TestStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

const UNITS = 3
const PRICE = 60
const VALUE = UNITS * PRICE

interface Story {
  container: MedusaContainer
  store: TestStore
  order: PlacedOrder
  payment: string
}

type Event = (story: Story) => Promise<unknown>

/** Each of one unit of 60, of three; the third unit is never sent. */
const EVENTS: Record<string, Event> = {
  refund: ({ container, payment }) => refund(container, payment, PRICE),
  return: async ({ container, store, order }) => {
    const id = await requestReturn(container, store, order, 1)
    await receive(container, id, order, 1)
  },
  exchange: ({ container, store, order }) =>
    requestExchange(container, store, order, 70),
  claim: ({ container, store, order }) =>
    requestReplacement(container, store, order, PRICE),
  edit: ({ container, order }) => editQuantity(container, order, UNITS - 1),
  cancel: ({ container, order }) =>
    cancelOrderWorkflow(container).run({ input: { order_id: order.id } }),
}

/**
 * Net of an order of 180 after two events: numbers.md has this table. A refund and
 * a loss after it are one loss of 60; two losses of goods are two.
 */
const NET: Record<string, Record<string, number>> = {
  refund: { refund: 60, return: 120, exchange: 130, claim: 120, edit: 120 },
  return: { refund: 120, return: 60, exchange: 130, claim: 120, edit: 60 },
  exchange: { refund: 130, return: 130, exchange: 200, claim: 190, edit: 130 },
  claim: { refund: 120, return: 120, exchange: 190, claim: 180, edit: 120 },
  edit: { refund: 120, return: 60, exchange: 130, claim: 120 },
}

const TWO = Object.entries(NET).flatMap(([first, row]) =>
  Object.entries(row).map(([second, net]) => [first, second, net] as const)
)

export default function suite({ getContainer }: StoreContext) {
  let container: MedusaContainer
  let store: TestStore

  beforeEach(async () => {
    container = getContainer()
    silenceEvents(container)
    store = await createStore(container)
  })

  async function begin({ sent = UNITS - 1, price = 60 as 60 | 50 } = {}) {
    const order = await placeOrder(container, store, {
      price,
      quantity: UNITS,
    })
    const payment = await capturePayment(container, order.id, price * UNITS)
    if (sent > 0) {
      await fulfil(container, store, order, sent)
    }
    return { container, store, order, payment }
  }

  /** What is stored of the order: net, and each correction with its day. */
  async function read({ order }: Story) {
    await trackPurchaseConversionWorkflow(container).run({
      input: { order_ids: [order.id] },
    })
    const [row] = await sql<{ id: string; net: number }>(
      container,
      "SELECT id, net_value::float8 AS net FROM conversion WHERE order_id = ?",
      [order.id]
    )
    const rows = await sql<{
      source_type: string
      amount: number
      occurred_at: Date
    }>(
      container,
      `SELECT source_type, amount::float8 AS amount, occurred_at
         FROM ad_planning_conversion_adjustment
        WHERE conversion_id = ? ORDER BY occurred_at, amount`,
      [row!.id]
    )
    return {
      net: row!.net,
      rows: rows.map(({ source_type, amount }) => [source_type, amount]),
      times: rows.map(({ occurred_at }) => occurred_at.toISOString()),
    }
  }

  const netOf = async (story: Story) => (await read(story)).net

  it.each(TWO)("%s, then %s: net %d", async (first, second, net) => {
    const story = await begin()
    await EVENTS[first]!(story)
    await EVENTS[second]!(story)
    expect(await netOf(story)).toBe(net)
  })

  it.each(["refund", "edit"])("%s, then cancel: net 0", async (first) => {
    const story = await begin({ sent: 0 })
    await EVENTS[first]!(story)
    await EVENTS.cancel!(story)
    expect(await netOf(story)).toBe(0)
  })

  it("everything refunded, then everything comes back: net 0, at no time below", async () => {
    const story = await begin({ sent: UNITS })
    await refund(container, story.payment, VALUE)
    expect(await netOf(story)).toBe(0)
    const id = await requestReturn(container, store, story.order, UNITS)
    expect(await netOf(story)).toBe(0)
    await receive(container, id, story.order, UNITS)
    expect(await read(story)).toMatchObject({
      net: 0,
      rows: [["credit_line", -VALUE]],
    })
  })

  it("a return that is asked for counts when it is paid or back, once", async () => {
    const story = await begin()
    const id = await requestReturn(container, store, story.order, 1)
    expect(await netOf(story)).toBe(VALUE)
    await refund(container, story.payment, PRICE)
    expect(await read(story)).toMatchObject({
      net: VALUE - PRICE,
      rows: [["return", -PRICE]],
    })
    await receive(container, id, story.order, 1)
    expect(await read(story)).toMatchObject({
      net: VALUE - PRICE,
      rows: [["return", -PRICE]],
    })
  })

  it("an exchange counts one item from the request on, and none when it is cancelled", async () => {
    const story = await begin()
    const { exchange_id } = await requestExchange(
      container,
      store,
      story.order,
      60
    )
    expect((await read(story)).rows).toEqual([
      ["return", -60],
      ["order_change", 60],
    ])
    expect(await netOf(story)).toBe(VALUE)
    await cancelExchange(container, exchange_id)
    expect(await read(story)).toMatchObject({ net: VALUE, rows: [] })
  })

  it("its parcel changes neither net nor days", async () => {
    const story = await begin()
    const { return_id } = await requestExchange(
      container,
      store,
      story.order,
      70
    )
    const requested = await read(story)
    expect(requested.net).toBe(VALUE + 10)
    await receive(container, return_id, story.order, 1)
    expect(await read(story)).toEqual(requested)
  })

  it("a damaged unit is counted once", async () => {
    const story = await begin({ sent: UNITS })
    const id = await requestReturn(container, store, story.order, 2)
    await receiveParcel(container, id, story.order, { good: 1, damaged: 1 })
    expect(await read(story)).toMatchObject({
      net: VALUE - 2 * PRICE,
      rows: [["return", -2 * PRICE]],
    })
  })

  it("two receipts of one return are two rows with two times", async () => {
    const story = await begin({ sent: UNITS })
    const id = await requestReturn(container, store, story.order, 2)
    await receiveParcel(container, id, story.order, { damaged: 1 })
    const first = await read(story)
    expect(first.rows).toEqual([["return", -PRICE]])
    await receiveParcel(container, id, story.order, { good: 1 })
    const second = await read(story)
    expect(second).toMatchObject({
      net: VALUE - 2 * PRICE,
      rows: [
        ["return", -PRICE],
        ["return", -PRICE],
      ],
    })
    expect(second.times[0]).toBe(first.times[0])
    expect(second.times[1]! > first.times[0]!).toBe(true)
  })

  it("a return fee has its name", async () => {
    const story = await begin()
    const id = await requestReturn(container, store, story.order, 1, 5)
    await receive(container, id, story.order, 1)
    expect(await read(story)).toMatchObject({
      net: VALUE - PRICE + 5,
      rows: [
        ["return_fee", 5],
        ["return", -PRICE],
      ],
    })
  })

  it("to touch metadata moves no money between days", async () => {
    const story = await begin()
    await EVENTS.edit!(story)
    const before = await read(story)
    expect(before.rows).toEqual([["order_change", -PRICE]])
    await updateOrderWorkflow(container).run({
      input: {
        id: story.order.id,
        user_id: "user",
        metadata: { note: "called" },
      },
    })
    expect(await read(story)).toEqual(before)
  })

  it("reads what was paid and given back where Medusa keeps it", async () => {
    const story = await begin()
    await refund(container, story.payment, 10)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: ["transactions.amount"],
      filters: { id: story.order.id },
    })
    expect(
      data[0]!.transactions
        ?.map((row: { amount: number } | null) => Number(row?.amount))
        .toSorted()
    ).toEqual([-10, VALUE])
  })
}
