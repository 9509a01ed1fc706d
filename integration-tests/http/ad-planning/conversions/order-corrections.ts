import { isDeepStrictEqual } from "node:util"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  convertDraftOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import {
  capturePayment,
  editQuantity,
  exchangeItem,
  fulfil,
  placeOrder,
  refund,
  returnItems,
  type PlacedOrder,
} from "../../../helpers/orders"
import { createStore, type TestStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

interface Facts {
  value: number
  net: number
  purchases: number
  adjustments: [string, number][]
  converted_at: Date
}

/** The rows a case leaves, without ids and bookkeeping times. */
async function factsOf(
  container: MedusaContainer,
  orderId: string
): Promise<Facts | null> {
  const [row] = await sql<{
    id: string
    value: number
    net: number
    canceled_at: Date | null
    converted_at: Date
  }>(
    container,
    `SELECT id, conversion_value::float8 AS value, net_value::float8 AS net, canceled_at, converted_at
       FROM conversion WHERE order_id = ?`,
    [orderId]
  )
  if (!row) {
    return null
  }
  const adjustments = await sql<{ source_type: string; amount: number }>(
    container,
    `SELECT source_type, amount::float8 AS amount FROM ad_planning_conversion_adjustment
      WHERE conversion_id = ? ORDER BY source_type, amount`,
    [row.id]
  )
  return {
    value: row.value,
    net: row.net,
    purchases: row.canceled_at ? 0 : 1,
    adjustments: adjustments.map((a) => [a.source_type, a.amount]),
    converted_at: row.converted_at,
  }
}

/** Everything that is stored of an order but ids and bookkeeping times. */
async function storedRows(container: MedusaContainer, orderId: string) {
  return await sql(
    container,
    `SELECT to_jsonb(c) - '{id,created_at,updated_at}'::text[] AS conversion,
            (SELECT jsonb_agg(to_jsonb(a) - '{id,conversion_id,created_at,updated_at}'::text[]
                              ORDER BY a.source_type, a.source_id)
               FROM ad_planning_conversion_adjustment a WHERE a.conversion_id = c.id) AS adjustments
       FROM conversion c WHERE order_id = ?`,
    [orderId]
  )
}

type Case = (
  container: MedusaContainer,
  store: TestStore
) => Promise<PlacedOrder>

interface CaseExpectation {
  run: Case
  expected: Omit<Facts, "converted_at">
}

// DEFINITIONS.md, section 8: cases 1 to 4, each made with Medusa's workflows.
const CASES: Record<string, CaseExpectation> = {
  "1: one of two items at 60 returned, then refunded": {
    run: async (container, store) => {
      const order = await placeOrder(container, store, {
        price: 60,
        quantity: 2,
      })
      const payment = await capturePayment(container, order.id, 120)
      await fulfil(container, store, order, 2)
      await returnItems(container, store, order, 1)
      await refund(container, payment, 60)
      return order
    },
    expected: {
      value: 120,
      net: 60,
      purchases: 1,
      adjustments: [["return", -60]],
    },
  },
  "2: uncaptured order cancelled": {
    run: async (container, store) => {
      const order = await placeOrder(container, store)
      await cancelOrderWorkflow(container).run({
        input: { order_id: order.id },
      })
      return order
    },
    expected: {
      value: 100,
      net: 0,
      purchases: 0,
      adjustments: [["cancellation", -100]],
    },
  },
  "3: captured, goodwill refund of 10, then cancelled": {
    run: async (container, store) => {
      const order = await placeOrder(container, store)
      const payment = await capturePayment(container, order.id, 100)
      await refund(container, payment, 10)
      await cancelOrderWorkflow(container).run({
        input: { order_id: order.id },
      })
      return order
    },
    expected: {
      value: 100,
      net: 0,
      purchases: 0,
      adjustments: [
        ["credit_line", -90],
        ["credit_line", -10],
      ],
    },
  },
  "4: a 50 item exchanged for a 70 one": {
    run: async (container, store) => {
      const order = await placeOrder(container, store, { price: 50 })
      await capturePayment(container, order.id, 50)
      await fulfil(container, store, order, 1)
      await exchangeItem(container, store, order, 70)
      return order
    },
    expected: {
      value: 50,
      net: 70,
      purchases: 1,
      adjustments: [
        ["order_change", 70],
        ["return", -50],
      ],
    },
  },
  "an edit from one unit to three": {
    run: async (container, store) => {
      const order = await placeOrder(container, store, { price: 50 })
      await editQuantity(container, order, 3)
      return order
    },
    expected: {
      value: 50,
      net: 150,
      purchases: 1,
      adjustments: [["order_change", 100]],
    },
  },
}

export default function suite({ getContainer }: StoreContext) {
  let container: MedusaContainer
  let store: TestStore

  beforeEach(async () => {
    container = getContainer()
    store = await createStore(container)
  })

  const track = (...order_ids: string[]) =>
    trackPurchaseConversionWorkflow(container).run({ input: { order_ids } })

  /** Forgets the facts, so that another way has to make them again. */
  async function forget(orderId: string) {
    await adPlanning(container).purchases.syncPurchases([], [orderId])
    expect(await factsOf(container, orderId)).toBeNull()
  }

  async function reconcileAlone() {
    // What happened in the last five seconds is left for the next run.
    await sql(
      container,
      `UPDATE "order" SET updated_at = updated_at - interval '6 seconds'`
    )
    await reconcileSources(container, ["person", "order"])
  }

  it.each(Object.entries(CASES))(
    "case %s: the same by event, twice, at once, and by reconcile",
    async (_name, { run, expected }) => {
      const order = await run(container, store)

      // Medusa writes a return in several transactions: what counts is where
      // its events leave the facts.
      let byEvent: Facts | null = null
      await eventually(async () => {
        byEvent = await factsOf(container, order.id)
        return isDeepStrictEqual({ ...byEvent, ...expected }, byEvent)
      }).catch(() => expect(byEvent).toMatchObject(expected))

      // The same event again, and two at once.
      await track(order.id)
      const rows = await storedRows(container, order.id)
      expect(rows).toHaveLength(1)
      await track(order.id)
      expect(await storedRows(container, order.id)).toEqual(rows)
      await Promise.all([track(order.id), track(order.id)])
      expect(await storedRows(container, order.id)).toEqual(rows)

      // No event at all.
      await forget(order.id)
      await reconcileAlone()
      expect(await factsOf(container, order.id)).toMatchObject(expected)
    }
  )

  it("case 5: a draft counts once it is an order, from then on", async () => {
    const order = await placeOrder(container, store, { is_draft: true })
    const draftedAt = "2026-08-01T10:00:00Z"
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: "order.order.created", data: { id: order.id } })
    await sql(container, `UPDATE "order" SET created_at = ?`, [draftedAt])
    await track(order.id)
    expect(await factsOf(container, order.id)).toBeNull()

    await convertDraftOrderWorkflow(container).run({
      input: { id: order.id },
    })
    const byEvent = await eventually(() => factsOf(container, order.id))
    const [row] = await sql<{ updated_at: Date }>(
      container,
      `SELECT updated_at FROM "order"`
    )
    expect(byEvent).toMatchObject({ value: 100, net: 100, purchases: 1 })
    expect(byEvent.converted_at).toEqual(row!.updated_at)

    await forget(order.id)
    await reconcileAlone()
    expect(await factsOf(container, order.id)).toEqual(byEvent)
  })

  it("case 6: a correction is converted at the rate of the order's day", async () => {
    const order = await placeOrder(container, store, { currency: "eur" })
    await eventually(() => factsOf(container, order.id))
    await sql(container, `UPDATE "order" SET created_at = ?`, [
      "2026-08-05T10:00:00Z",
    ])
    await cancelOrderWorkflow(container).run({
      input: { order_id: order.id },
    })
    await track(order.id)
    const service = adPlanning(container)
    const [result] = await service.reports.campaignResults({
      periods: [
        {
          from: new Date("2026-08-01T00:00:00Z"),
          to: new Date("2026-09-01T00:00:00Z"),
          from_date: "2026-08-01",
          to_date: "2026-08-31",
        },
      ],
      timezone: "UTC",
      currency: "usd",
      revenue_basis: "total",
      basis: "order_date",
      filters: {},
      group_by: "none",
    })
    expect(Number(result!.revenue)).toBe(0)
    expect(result!.purchases).toBe(0)
    const [placed] = await service.reports.campaignResults({
      periods: [
        {
          from: new Date("2026-08-01T00:00:00Z"),
          to: new Date("2026-08-06T00:00:00Z"),
          from_date: "2026-08-01",
          to_date: "2026-08-05",
        },
      ],
      timezone: "UTC",
      currency: "usd",
      revenue_basis: "total",
      basis: "refund_date",
      filters: {},
      group_by: "none",
    })
    expect(Number(placed!.revenue)).toBe(110)
  })
}
