import { Modules } from "@medusajs/framework/utils"
import type { GoalType } from "../../../../src/modules/ad-planning/types"
import { trackConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import { reconcileSourceWorkflow } from "../../../../src/workflows/ad-planning/sync/reconcile-source"
import { adPlanning, eventually, sql } from "../../../helpers/ad-planning"
import { conversionInput } from "../../../helpers/facts"
import { analytics } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore } from "../../../helpers/store"
import type { StoreContext } from "../../../helpers/test-store"

interface ConversionRow {
  id: string
  idempotency_key: string
  conversion_type: string
  source: string
  goal_id: string | null
  conversion_value: string | null
  currency: string | null
  pathname: string | null
  ad_campaign_id: string | null
  analytics_session_id: string | null
}

export default function suite({ getContainer }: StoreContext) {
  afterEach(() => jest.restoreAllMocks())

  const conversions = () =>
    sql<ConversionRow>(
      getContainer(),
      "SELECT * FROM conversion ORDER BY converted_at, idempotency_key"
    )

  const goal = async (
    goal_type: GoalType,
    other: Record<string, unknown> = {}
  ) => {
    const { id } = await adPlanning(getContainer()).createConversionGoals({
      name: goal_type,
      goal_type,
      conditions: {},
      ...other,
    })
    // It counts from its creation.
    await sql(
      getContainer(),
      "UPDATE conversion_goal SET created_at = '2026-09-01' WHERE id = ?",
      [id]
    )
    return id
  }

  const event = (other: Record<string, unknown> = {}) =>
    analytics(getContainer()).createAnalyticsEvents({
      website_id: "site",
      event_type: "custom_event",
      event_name: "add_to_cart",
      pathname: "/products/shirt",
      visitor_id: "v",
      session_id: "s",
      metadata: { sku: "A", value: 12.5, currency: "EUR" },
      timestamp: new Date("2026-10-01T10:00:00Z"),
      ...other,
    })

  /** Both names a host may use, each of them twice. */
  const announce = (id: string) => {
    const names = [
      "analytics_event.created",
      "custom_analytics.analytics-event.created",
    ]
    return getContainer()
      .resolve(Modules.EVENT_BUS)
      .emit([...names, ...names].map((name) => ({ name, data: { id } })))
  }

  const reconcileEvents = async () => {
    await sql(
      getContainer(),
      "UPDATE analytics_event SET updated_at = now() - interval '1 minute'"
    )
    const { result } = await reconcileSourceWorkflow(getContainer()).run({
      input: { source: "analytics_event" },
    })
    return result
  }

  const track = async (inputs: Parameters<typeof conversionInput>[]) =>
    await trackConversionWorkflow(getContainer()).run({
      input: {
        conversions: inputs.map((input) => conversionInput(...input)),
      },
    })

  describe("an analytics event", () => {
    it("counts once for the goal it meets, whatever it is called and how often it comes", async () => {
      const id = await goal("add_to_cart", { value_from_event: true })
      const added = await event()
      await announce(added.id)
      const row = await eventually(async () => (await conversions())[0])
      expect(row).toMatchObject({
        idempotency_key: `analytics_event:${added.id}`,
        conversion_type: "add_to_cart",
        source: "analytics_event",
        goal_id: id,
        conversion_value: "12.5",
        currency: "eur",
        pathname: "/products/shirt",
      })
      await announce(added.id)
      await reconcileEvents()
      expect(await conversions()).toHaveLength(1)
    })

    it("that comes before its session gets the session's campaign later", async () => {
      await goal("custom_event", { conditions: { event_name: "wishlist" } })
      await adPlanning(getContainer()).campaigns.syncCampaigns([
        {
          id: "c",
          platform: "meta",
          external_id: "230",
          name: "Sale",
          normalised_name: "sale",
          status: "ACTIVE",
          started_at: null,
          stopped_at: null,
          currency: "gbp",
          account_id: null,
          is_host_campaign: true,
        },
      ])
      const wished = await event({ event_name: "wishlist" })
      const [early] = await eventually(async () => {
        const rows = await conversions()
        return rows.length > 0 && rows
      })
      expect(early).toMatchObject({
        idempotency_key: `analytics_event:${wished.id}`,
        conversion_type: "custom",
        ad_campaign_id: null,
      })
      const session = await analytics(getContainer()).createAnalyticsSessions({
        session_id: "s",
        visitor_id: "v",
        website_id: "site",
        utm_source: "facebook",
        utm_campaign: "Sale",
        started_at: new Date("2026-10-01T09:59:00Z"),
        last_activity_at: new Date("2026-10-01T09:59:00Z"),
      })
      const late = await eventually(async () => {
        const [row] = await conversions()
        return row?.ad_campaign_id && row
      })
      expect(late).toMatchObject({
        ad_campaign_id: "c",
        analytics_session_id: session.id,
      })
    })

    it("that meets no goal, or is the tracker's own, is no conversion", async () => {
      silenceEvents(getContainer())
      await goal("add_to_cart")
      await goal("custom_event")
      await event({ event_name: "conversion" })
      await event({ event_name: "heartbeat" })
      await event({ event_name: "identify" })
      await event({ event_type: "pageview", event_name: null })
      await event({ timestamp: new Date("2026-08-31T00:00:00Z") })
      await reconcileEvents()
      expect(await conversions()).toEqual([])
      const [{ id }] = [await event({ event_name: "wishlist" })]
      await reconcileEvents()
      expect((await conversions()).map((row) => row.idempotency_key)).toEqual([
        `analytics_event:${id}`,
      ])
    })

    it("that meets several goals counts for the first of them", async () => {
      silenceEvents(getContainer())
      await goal("page_view")
      const special = await goal("page_view", {
        priority: 10,
        conditions: { pathname_pattern: "/thanks/*" },
      })
      await event({
        event_type: "pageview",
        event_name: null,
        pathname: "/thanks/now",
      })
      await reconcileEvents()
      expect((await conversions()).map((row) => row.goal_id)).toEqual([special])
    })

    it("without any goal is on the timeline alone", async () => {
      silenceEvents(getContainer())
      const { id } = await event()
      expect(await reconcileEvents()).toEqual({ rows: 1 })
      expect(await conversions()).toEqual([])
      expect(
        await sql(
          getContainer(),
          "SELECT source_id, event_type FROM customer_journey"
        )
      ).toEqual([{ source_id: id, event_type: "add_to_cart" }])
    })
  })

  describe("a message of the storefront's script", () => {
    it("is labelled with its goal, and keeps its own value unless the goal sets one", async () => {
      const plain = await goal("add_to_cart")
      const worth = await goal("custom_event", {
        conditions: { event_name: "signup" },
        default_value: 7,
        currency: "usd",
      })
      await track([
        ["a"],
        [
          "b",
          {
            conversion_type: "custom",
            conversion_name: "signup",
            value: null,
            currency: null,
          },
        ],
        ["c", { conversion_type: "custom", conversion_name: "other" }],
        ["d", { value: "5", currency: null }],
      ])
      expect(
        (await conversions()).map((row) => [
          row.goal_id,
          row.conversion_value,
          row.currency,
        ])
      ).toEqual([
        [plain, "20", "gbp"],
        [worth, "7", "usd"],
        [null, "20", "gbp"],
        // An amount without a currency is none.
        [plain, null, null],
      ])
    })

    it("meets an engagement goal once per session and page", async () => {
      const id = await goal("scroll_depth", {
        conditions: { min_scroll_percent: 50 },
      })
      const milestone = (
        key: string,
        depth: number,
        other: object = {}
      ): Parameters<typeof conversionInput> => [
        key,
        {
          conversion_type: "page_engagement",
          value: null,
          currency: null,
          metadata: { depth },
          ...other,
        },
      ]
      await track([milestone("a", 25), milestone("b", 50), milestone("c", 75)])
      await track([milestone("d", 90), milestone("e", 100, { pathname: "/b" })])
      await track([milestone("f", 75, { session_id: "s2" })])
      expect((await conversions()).map((row) => row.goal_id === id)).toEqual([
        false,
        true,
        false,
        false,
        true,
        true,
      ])
    })
  })

  describe("a purchase goal", () => {
    it("labels the order's one conversion, whoever else tells of it (case 12)", async () => {
      const container = getContainer()
      const store = await createStore(container)
      const id = await goal("purchase", {
        is_primary: true,
        default_value: 1,
        currency: "usd",
      })
      const order = await placeOrder(container, store, {})
      await track([["p", { conversion_type: "purchase", order_id: order.id }]])
      const placed = { name: "order.placed", data: { id: order.id } }
      await container.resolve(Modules.EVENT_BUS).emit([placed, placed])
      const [row, ...others] = await eventually(async () => {
        const rows = await conversions()
        return rows.length > 0 && rows
      })
      expect(others).toEqual([])
      expect(row).toMatchObject({
        idempotency_key: `order:${order.id}`,
        conversion_type: "purchase",
        goal_id: id,
        conversion_value: "100.00",
      })
    })
  })
}
