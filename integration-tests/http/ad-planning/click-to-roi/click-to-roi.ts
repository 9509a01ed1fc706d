import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { ATTRIBUTION_MODELS } from "../../../../src/modules/ad-planning/types"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { adminHeaders } from "../../../helpers/admin-headers"
import { eventually, sql } from "../../../helpers/ad-planning"
import {
  createCampaigns,
  createInsight,
  people,
  socials,
  visit,
} from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { createStore, type TestStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString()
const dateAgo = (days: number) => daysAgo(days).slice(0, 10)

export default function suite({ api, getContainer }: StoreContext) {
  let container: MedusaContainer
  let store: TestStore
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeEach(async () => {
    container = getContainer()
    store = await createStore(container)
    admin = await adminHeaders(container)
  })

  const get = (path: string) => api.get(`/admin/ad-planning${path}`, admin)
  const post = (path: string, body: unknown, headers = {}) =>
    api.post(`/admin/ad-planning${path}`, body, {
      ...admin,
      headers: { ...admin.headers, ...headers },
    })
  const track = (...order_ids: string[]) =>
    trackPurchaseConversionWorkflow(container).run({ input: { order_ids } })

  async function conversionOf(orderId: string) {
    const { data } = await get(`/conversions?order_id=${orderId}`)
    return data.conversions[0]
  }

  /** An order placed some days ago, by a visitor. */
  async function pastOrder(
    days: number,
    metadata: Record<string, unknown>,
    options: Parameters<typeof placeOrder>[2] = {}
  ) {
    const order = await placeOrder(container, store, { ...options, metadata })
    await eventually(() => conversionOf(order.id))
    await sql(container, `UPDATE "order" SET created_at = ? WHERE id = ?`, [
      daysAgo(days),
      order.id,
    ])
    await track(order.id)
    return order
  }

  describe("from click to ROI", () => {
    it("credits an order to the campaign that was clicked, within seconds and once", async () => {
      const [campaign] = await createCampaigns(container, ["Summer Sale"])
      await eventually(async () => {
        const rows = await sql(container, `SELECT 1 FROM ad_planning_campaign`)
        return rows.length === 1
      })
      await createInsight(container, campaign!, dateAgo(1), 20)
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v-1", utm_campaign: "summer_sale" },
      })

      const conversion = await eventually(async () => {
        const row = await conversionOf(order.id)
        return row?.ad_campaign_id ? row : null
      })
      expect(conversion).toMatchObject({
        conversion_type: "purchase",
        ad_campaign_id: campaign!.id,
        visitor_id: "v-1",
        net_value: 100,
        currency: "gbp",
        is_first_purchase: true,
      })

      const range = `from=${dateAgo(5)}&to=${dateAgo(0)}`
      const { status, data } = await eventually(async () => {
        const answer = await get(`/dashboard/roi?${range}`)
        return answer.data.totals.spend === 20 ? answer : null
      })
      expect(status).toBe(200)
      expect(data.roi[0]).toMatchObject({
        ad_campaign_id: campaign!.id,
        name: "Summer Sale",
        platform: "meta",
        revenue: 100,
        spend: 20,
        purchases: 1,
        new_customers: 1,
      })
      // Spend is complete through yesterday: today's order is in no ratio.
      expect(data.spend_complete_through).toBe(dateAgo(1))
      expect(data.roi[0].roas).toBe(0)
      expect(data.totals.revenue).toBe(100)

      await cancelOrderWorkflow(container).run({
        input: { order_id: order.id },
      })
      const cancelled = await eventually(async () => {
        const row = await conversionOf(order.id)
        return row.net_value === 0 ? row : null
      })
      expect(cancelled.canceled_at).not.toBeNull()
      const after = await get(`/dashboard/roi?${range}`)
      expect(after.data.totals).toMatchObject({ revenue: 0, purchases: 0 })
      const { data: list } = await get("/conversions")
      expect(list.count).toBe(1)
    })

    it("adds up to the shop, and ratios are revenue over spend of complete days", async () => {
      const [sale, idle] = await createCampaigns(container, ["Sale", "Idle"])
      await createInsight(container, sale!, dateAgo(3), 40)
      await createInsight(container, sale!, dateAgo(1), 10)
      await createInsight(container, idle!, dateAgo(1), 5)
      await pastOrder(2, { visitor_id: "a", utm_campaign: "Sale" })
      await pastOrder(
        2,
        { visitor_id: "b", utm_campaign: "Slae" },
        { price: 50, email: "b@example.com" }
      )
      await pastOrder(
        2,
        { visitor_id: "c", referrer: "https://www.google.com/" },
        { price: 60, email: "c@example.com" }
      )
      await pastOrder(2, {}, { price: 70, email: "d@example.com" })
      await reconcileSources(container, ["campaign", "insight"])
      const { data } = await eventually(async () => {
        const answer = await get(
          `/dashboard/roi?from=${dateAgo(6)}&to=${dateAgo(1)}`
        )
        return answer.data.totals.spend === 55 ? answer : null
      })
      const rows = Object.fromEntries(
        data.roi.map((row: { name: string }) => [row.name, row])
      )
      expect(data.roi).toHaveLength(5)
      expect(rows.Sale).toMatchObject({
        revenue: 100,
        spend: 50,
        roas: 2,
        roi: 1,
        cpa: 50,
      })
      expect(rows.Idle).toMatchObject({
        revenue: 0,
        spend: 5,
        roas: 0,
        roi: -1,
        cpa: null,
      })
      expect(rows["(unresolved campaign)"]).toMatchObject({
        revenue: 50,
        purchases: 1,
        roas: null,
      })
      expect(rows["(no campaign)"]).toMatchObject({
        revenue: 60,
        purchases: 1,
      })
      expect(rows["(direct or unknown)"]).toMatchObject({
        revenue: 70,
        purchases: 1,
      })
      expect(data.totals).toMatchObject({
        revenue: 280,
        purchases: 4,
        new_customers: 4,
        attributed_revenue: 100,
        attributed_roas: 100 / 55,
        mer: 280 / 55,
        cac: 55 / 4,
      })
      expect(data.coverage).toEqual({
        purchases: 4,
        with_visitor_rate: 0.75,
        with_touch_rate: 0.75,
        with_campaign_rate: 0.25,
      })
      const { data: overview } = await get(
        `/dashboard/overview?from=${dateAgo(6)}&to=${dateAgo(1)}&compare=previous_period`
      )
      expect(overview.overview.current).toMatchObject(data.totals)
      expect(overview.overview.previous).toMatchObject({
        revenue: 0,
        purchases: 0,
        mer: null,
      })
    })
  })

  describe("touches (DEFINITIONS.md, section 8)", () => {
    it("case 9: a stamp is the earliest touch, the last dated one counts", async () => {
      const [a, b] = await createCampaigns(container, ["A", "B"])
      await visit(container, {
        visitor_id: "v",
        session_id: "s-a",
        started_at: daysAgo(20),
        query: "utm_campaign=A",
      })
      await visit(container, {
        visitor_id: "v",
        session_id: "s-b",
        started_at: daysAgo(2),
        query: "utm_campaign=B",
      })
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v", utm_campaign: "A" },
      })
      const conversion = await eventually(async () => {
        const row = await conversionOf(order.id)
        return row?.ad_campaign_id ? row : null
      })
      expect(conversion.ad_campaign_id).toBe(b!.id)
      const { data } = await get("/attribution?order=started_at")
      expect(
        data.attributions.map(
          (row: { ad_campaign_id: string }) => row.ad_campaign_id
        )
      ).toEqual([a!.id, b!.id])
    })

    it("case 10: a direct visit and a payment provider's return change nothing", async () => {
      const [campaign] = await createCampaigns(container, ["Paid"])
      await visit(container, {
        visitor_id: "v",
        session_id: "s-1",
        started_at: daysAgo(3),
        query: "utm_source=facebook&utm_medium=cpc&utm_campaign=Paid",
      })
      await visit(container, {
        visitor_id: "v",
        session_id: "s-2",
        started_at: daysAgo(1),
      })
      await visit(container, {
        visitor_id: "v",
        session_id: "s-3",
        started_at: daysAgo(0.01),
        referrer: "https://checkout.stripe.com/pay",
      })
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v" },
      })
      const conversion = await eventually(() => conversionOf(order.id))
      expect(conversion).toMatchObject({
        ad_campaign_id: campaign!.id,
        channel_group: "Paid Social",
        is_paid: true,
      })
      const { data } = await get("/attribution")
      expect(data.count).toBe(1)
      const why = await get(`/attribution/conversions/${order.id}`)
      const { touches, left_out } = why.data.explanation
      expect(touches).toHaveLength(1)
      for (const model of ATTRIBUTION_MODELS) {
        expect([model, touches[0].credits[model]]).toEqual([
          model,
          { share: 1, amount: conversion.net_value },
        ])
      }
      expect(
        left_out.map((session: { session_id: string; reason: string }) => [
          session.session_id,
          session.reason,
        ])
      ).toEqual([
        ["s-3", "payment_provider"],
        ["s-2", "direct"],
      ])
    })

    it("case 11: a touch counts from exactly 30 x 24 h before the order to the order", async () => {
      await createCampaigns(container, ["Old"])
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v" },
      })
      const placed = new Date(
        (await eventually(() => conversionOf(order.id))).converted_at
      ).getTime()
      const campaignAfter = async (startedAt: number) => {
        await sql(container, `DELETE FROM analytics_session`)
        await sql(container, `DELETE FROM campaign_attribution`)
        await visit(container, {
          visitor_id: "v",
          session_id: "s",
          started_at: new Date(startedAt).toISOString(),
          query: "utm_campaign=Old",
        })
        await track(order.id)
        return (await conversionOf(order.id)).attribution_id !== null
      }
      const lookback = 30 * 24 * HOUR_MS
      expect(await campaignAfter(placed - lookback)).toBe(true)
      expect(await campaignAfter(placed - lookback - 1000)).toBe(false)
      expect(await campaignAfter(placed)).toBe(true)
      expect(await campaignAfter(placed + 1000)).toBe(false)
    })

    it("gives the same whether the session or the order comes first", async () => {
      await createCampaigns(container, ["A"])
      const order = await placeOrder(container, store, {
        metadata: { visitor_id: "v", utm_campaign: "A" },
      })
      await eventually(() => conversionOf(order.id))
      const stamped = await conversionOf(order.id)
      const { data: before } = await get("/attribution")
      expect(
        before.attributions.map((row: { source: string }) => row.source)
      ).toEqual(["order"])
      await visit(container, {
        visitor_id: "v",
        session_id: "late",
        started_at: daysAgo(4),
        query: "utm_campaign=A",
      })
      const after = await eventually(async () => {
        const row = await conversionOf(order.id)
        return row.attribution_id === stamped.attribution_id ? null : row
      })
      expect(after.session_id).toBeNull()
      const { data } = await get("/attribution")
      expect(
        data.attributions.map((row: { source: string }) => row.source)
      ).toEqual(["session"])
    })
  })

  describe("spend from the host's insights", () => {
    it("case 15: counts daily campaign rows only, and a re-synced row replaces", async () => {
      const [campaign] = await createCampaigns(container, ["C"])
      const insight = await createInsight(container, campaign!, dateAgo(1), 10)
      await createInsight(container, campaign!, dateAgo(1), 10, {
        level: "account",
        campaign_id: null,
      })
      await createInsight(container, campaign!, dateAgo(1), 10, {
        level: "adset",
      })
      await createInsight(container, campaign!, dateAgo(1), 10, {
        age: "18-24",
      })
      await createInsight(container, campaign!, dateAgo(1), 10, {
        time_increment: "7",
      })
      await reconcileSources(container, ["campaign"])
      const spend = async () => {
        const { data } = await get(
          `/dashboard/roi?from=${dateAgo(2)}&to=${dateAgo(0)}`
        )
        return data.totals.spend
      }
      await eventually(async () => (await spend()) === 10)
      await socials(container).updateAdInsights({ id: insight.id, spend: 12 })
      await eventually(async () => (await spend()) === 12)
      // By the platform's id where the host did not link its campaign.
      await createInsight(container, campaign!, dateAgo(2), 3, {
        campaign_id: null,
      })
      await eventually(async () => (await spend()) === 15)
    })
  })

  describe("persons", () => {
    it("finds an existing person whatever the case of the e-mail, and makes no second one", async () => {
      const person = await people(container).createPeople({
        first_name: "Ann",
        last_name: "Lee",
        email: "Ann@Example.COM",
      })
      const order = await placeOrder(container, store, {
        email: "ANN@example.com",
      })
      const conversion = await eventually(async () => {
        const row = await conversionOf(order.id)
        return row?.person_id ? row : null
      })
      expect(conversion.person_id).toBe(person.id)
      const [, count] = await people(container).listAndCountPeople({})
      expect(count).toBe(1)
    })

    it("makes one person of two orders at once, with a name and one first purchase", async () => {
      // Two orders whose events are handled at the same time.
      const orders = [
        await placeOrder(container, store, { email: "new@example.com" }),
        await placeOrder(container, store, { email: "New@example.com" }),
      ]
      await Promise.all(orders.map((order) => track(order.id)))
      const [persons, count] = await people(container).listAndCountPeople({})
      expect(count).toBe(1)
      expect(persons[0]).toMatchObject({
        first_name: "Ann",
        last_name: "Lee",
        email: "new@example.com",
      })
      const { data } = await get(`/conversions?person_id=${persons[0]!.id}`)
      expect(data.count).toBe(2)
      expect(
        data.conversions.filter(
          (row: { is_first_purchase: boolean }) => row.is_first_purchase
        )
      ).toHaveLength(1)
    })

    it("never counts staff orders, and makes no person of them", async () => {
      const order = await placeOrder(container, store, {
        email: "bob@staff.example.com",
      })
      await track(order.id)
      expect(await conversionOf(order.id)).toBeUndefined()
      const [, count] = await people(container).listAndCountPeople({})
      expect(count).toBe(0)
    })
  })

  describe("links", () => {
    it("follows conversion -> order, conversion -> person and order -> conversions", async () => {
      const order = await placeOrder(container, store, {})
      await eventually(async () => (await conversionOf(order.id))?.person_id)
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const {
        data: [conversion],
      } = await query.graph({
        entity: "conversion",
        fields: ["id", "order.id", "person.email"],
        filters: { order_id: order.id },
      })
      expect(conversion).toMatchObject({
        order: { id: order.id },
        person: { email: "ann@example.com" },
      })
      const {
        data: [row],
      } = await query.graph({
        entity: "order",
        fields: ["id", "conversions.id"],
        filters: { id: order.id },
      })
      expect(row).toMatchObject({ conversions: [{ id: conversion!.id }] })
    })
  })

  describe("failures", () => {
    it("shows a failed event in health until reconcile has made it good", async () => {
      await sql(container, `ALTER TABLE conversion RENAME TO conversion_gone`)
      const order = await placeOrder(container, store, {})
      const failed = await eventually(async () => {
        const { data } = await get("/health")
        return data.health.sources.find(
          (row: { source: string; last_error: string | null }) =>
            row.source === "order" && row.last_error
        )
      })
      expect(failed.failed_ids).toEqual([order.id])
      expect(failed.last_error).toContain(order.id)
      await sql(container, `ALTER TABLE conversion_gone RENAME TO conversion`)
      await sql(
        container,
        `UPDATE "order" SET updated_at = updated_at - interval '6 seconds'`
      )
      await reconcileSources(container, ["person", "order"])
      const { data } = await get("/health")
      const source = data.health.sources.find(
        (row: { source: string }) => row.source === "order"
      )
      expect(source).toMatchObject({
        last_error: null,
        failed_ids: [],
        is_present: true,
      })
      expect(await conversionOf(order.id)).toMatchObject({ net_value: 100 })
    })
  })

  it("handles an order.placed that comes twice", async () => {
    const order = await placeOrder(container, store, {})
    const bus = container.resolve(Modules.EVENT_BUS)
    const placed = { name: "order.placed", data: { id: order.id } }
    await bus.emit([placed, placed])
    await eventually(() => conversionOf(order.id))
    const { data } = await get("/conversions")
    expect(data.count).toBe(1)
  })

  describe("POST /admin/ad-planning/spend/import", () => {
    const row = {
      platform: "tiktok",
      campaign: "Clips",
      date: "2026-10-01",
      spend: 12.5,
      currency: "GBP",
      clicks: 3,
    }

    it("imports JSON and CSV, and changes nothing the second time", async () => {
      const first = await post("/spend/import", { rows: [row] })
      expect(first).toMatchObject({
        status: 200,
        data: { imported: 1, changed: 1, campaigns_created: 1, errors: [] },
      })
      const csv =
        "platform,campaign,date,spend,currency,clicks\nTikTok,Clips,2026-10-01,12.50,gbp,3\n"
      const second = await post("/spend/import", csv, {
        "content-type": "text/csv",
      })
      expect(second).toMatchObject({
        status: 200,
        data: { imported: 1, changed: 0, campaigns_created: 0 },
      })
      const { data } = await get("/dashboard/roi?from=2026-10-01&to=2026-10-01")
      expect(data.totals.spend).toBe(12.5)
      expect(data.roi[0]).toMatchObject({
        name: "Clips",
        platform: "tiktok",
        spend: 12.5,
        clicks: 3,
      })
    })

    it("names line and field of a bad line, and keeps the good ones only with partial", async () => {
      const rows = [
        row,
        { ...row, date: "2026-02-30" },
        { ...row, date: "2026-10-02", spend: -1 },
      ]
      const refused = await post("/spend/import", { rows })
      expect(refused.status).toBe(400)
      expect(refused.data).toEqual({
        type: "invalid_data",
        message:
          "Nothing was imported: line 2: date is no day of the calendar; line 3: spend must not be negative",
      })
      expect(
        await sql(container, `SELECT 1 FROM ad_planning_campaign_metric`)
      ).toHaveLength(0)
      const partial = await post("/spend/import", { rows, partial: true })
      expect(partial.data).toMatchObject({
        imported: 1,
        errors: [
          { line: 2, field: "date" },
          { line: 3, field: "spend" },
        ],
      })
    })

    it("gives a campaign that the host syncs later the host's id", async () => {
      await post("/spend/import", {
        rows: [
          {
            ...row,
            platform: "meta",
            campaign: "Sale",
            external_id: "23000000000000",
          },
        ],
      })
      const [campaign] = await createCampaigns(container, ["Sale"])
      await eventually(async () => {
        const rows = await sql(
          container,
          `SELECT 1 FROM ad_planning_campaign_metric WHERE ad_campaign_id = ?`,
          [campaign!.id]
        )
        return rows.length === 1
      })
      expect(
        await sql(container, `SELECT id FROM ad_planning_campaign`)
      ).toEqual([{ id: campaign!.id }])
    })
  })
}
