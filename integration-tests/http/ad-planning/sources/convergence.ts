import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../../../../src/runners/reconcile-sources"
import { SYNC_SOURCES } from "../../../../src/modules/ad-planning/types"
import { trackConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import { trackPurchaseConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import { readSessions } from "../../../helpers/attribution"
import { campaignFact, conversionInput } from "../../../helpers/facts"
import { analytics, forms, visit, type Visit } from "../../../helpers/host"
import { placeOrder } from "../../../helpers/orders"
import { RandomStore } from "../../../helpers/random-store"
import { silenceEvents } from "../../../helpers/silent-bus"
import { createStore, type TestStore } from "../../../helpers/store"
import {
  OUR_TABLES,
  readTables,
  type Row,
  rowsNaming,
} from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"
import { forgetFacts, toldFacts } from "../../../helpers/told-facts"

const OPERATIONS = 30
export default function suite({ getContainer }: StoreContext) {
  let container: MedusaContainer
  let store: TestStore

  beforeAll(async () => {
    store = await createStore(getContainer())
  })
  beforeEach(() => {
    container = getContainer()
    silenceEvents(container)
  })
  afterEach(() => jest.restoreAllMocks())

  const facts = () => toldFacts(container)

  async function rebuild() {
    await forgetFacts(container)
    await reconcileSources(container, SYNC_SOURCES, {
      createdSince: new Date(0),
    })
  }

  it.each(["cherry", "lemon", "melon", "olive"])(
    "events in any order leave what a rebuild leaves, seed %s",
    async (seed) => {
      await new RandomStore(container, store, seed).live(OPERATIONS)
      const byEvents = await facts()
      await rebuild()
      const rebuilt = await facts()
      // So that the test means something.
      expect(Object.keys(rebuilt).length).toBeGreaterThan(15)
      expect(byEvents).toEqual(rebuilt)
    }
  )

  it("a rebuild leaves what a second one leaves", async () => {
    await new RandomStore(container, store, "peach").live(OPERATIONS)
    await rebuild()
    const once = await facts()
    await rebuild()
    expect(await facts()).toEqual(once)
  })

  describe("an order and a session of it, whichever comes first", () => {
    const track = (id: string) =>
      trackPurchaseConversionWorkflow(container).run({
        input: { order_ids: [id] },
      })

    it.each<[name: string, session: Partial<Visit>, metadata: Row]>([
      ["by visitor", { visitor_id: "v" }, { visitor_id: "v" }],
      ["by a visitor with spaces", { visitor_id: " v " }, { visitor_id: "v" }],
      ["by a visitor with spaces in the order", {}, { visitor_id: " v " }],
      [
        "by session, of a visitor without an id",
        { visitor_id: "anonymous" },
        { session_id: "s" },
      ],
      [
        "by session, of another visitor",
        { visitor_id: "w" },
        { visitor_id: "v", session_id: "s" },
      ],
      [
        "by a visitor with a huge id",
        { visitor_id: "v".repeat(600) },
        { visitor_id: "v".repeat(600) },
      ],
    ])("%s", async (_name, session, metadata) => {
      await adPlanning(container).campaigns.syncCampaigns([
        campaignFact("c", "Sale"),
      ])
      const { id } = await placeOrder(container, store, { metadata })
      const key = `conversion order:${id}`
      const row = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: "utm_campaign=Sale",
        ...session,
      })
      await readSessions(container, row.id)
      await track(id)
      const sessionFirst = await facts()
      expect(sessionFirst[key]).toMatchObject({
        ad_campaign_id: "c",
        touch: "session:s",
      })
      await forgetFacts(container)
      // As if the session had not been there when the order came.
      await sql(
        container,
        `UPDATE analytics_session SET deleted_at = now() WHERE id = ?`,
        [row.id]
      )
      await track(id)
      expect((await facts())[key]).toMatchObject({ touch: null })
      await sql(container, `UPDATE analytics_session SET deleted_at = NULL`)
      await readSessions(container, row.id)
      expect(await facts()).toEqual(sessionFirst)
    })
  })

  describe("what a visitor's browser sends", () => {
    // Cut at 512, in the middle of a character of two.
    const CUT = `${"a".repeat(511)}😀 and more`

    it("is cut between characters", async () => {
      const row = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: "2026-10-01T10:00:00Z",
        query: new URLSearchParams({
          gclid: CUT,
          utm_id: CUT,
        }).toString(),
        referrer: `https://blog.example.org/${CUT}`,
      })
      await readSessions(container, row.id)
      const [touch] = await sql(
        container,
        `SELECT utm_id, click_ids, landing_page FROM campaign_attribution`
      )
      expect(touch).toEqual({
        utm_id: "a".repeat(511),
        click_ids: { gclid: "a".repeat(511) },
        landing_page: "/",
      })
    })

    it("is cut between characters on an order", async () => {
      const { id } = await placeOrder(container, store, {
        metadata: { visitor_id: CUT, utm_campaign: CUT, referrer: CUT },
      })
      await trackPurchaseConversionWorkflow(container).run({
        input: { order_ids: [id] },
      })
      const [conversion] = await sql(
        container,
        `SELECT visitor_id, utm_campaign FROM conversion`
      )
      expect(conversion).toEqual({
        visitor_id: "a".repeat(511),
        utm_campaign: "a".repeat(511),
      })
    })
  })

  it("click ids are nowhere of ours in clear, where the store masks them", async () => {
    const { options } = adPlanning(container)
    options.attribution.click_ids = "mask"
    try {
      const CLICK = "Cj0-a-click-of-somebody"
      const address = `https://shop.com/p?gclid=${CLICK}&a=1`
      const row = await visit(container, {
        visitor_id: "v",
        session_id: "s",
        started_at: new Date(Date.now() - 60_000).toISOString(),
        query: `utm_source=google&utm_campaign=Sale&utm_term=${CLICK}&gclid=${CLICK}`,
        referrer: `https://blog.example.org/?gclid=${CLICK}`,
      })
      await readSessions(container, row.id)
      await analytics(container).createAnalyticsEvents({
        website_id: "site",
        event_type: "pageview",
        pathname: `/p?gclid=${CLICK}`,
        visitor_id: "v",
        session_id: "s",
        timestamp: new Date(),
      })
      const { id } = await placeOrder(container, store, {
        metadata: { visitor_id: "v", gclid: CLICK, landing_page: address },
      })
      await forms(container).createFormResponses({
        form_id: "form",
        email: "ann@example.com",
        data: {},
        submitted_at: new Date(),
        page_url: address,
      })
      await trackConversionWorkflow(container).run({
        input: {
          conversions: [
            conversionInput("e", {
              session_id: null,
              metadata: { gclid: CLICK, page: address },
              signals: {
                ...conversionInput("e").utm,
                click_ids: { gclid: CLICK },
                landing_page: address,
                referrer: null,
                touch_at: null,
              },
            }),
          ],
        },
      })
      await reconcileSources(container, SYNC_SOURCES, {
        createdSince: new Date(0),
      })

      const tables = await readTables(container, OUR_TABLES)
      expect(rowsNaming(tables, [CLICK])).toEqual([])
      const touches = await sql<{ touch_key: string }>(
        container,
        `SELECT touch_key, source, click_ids, is_duplicate FROM campaign_attribution ORDER BY 1`
      )
      const masked = { gclid: expect.stringMatching(/^[0-9a-f]{64}$/) }
      expect(touches).toEqual([
        expect.objectContaining({ source: "conversion", click_ids: masked }),
        // Still the session's touch, not a second one.
        {
          touch_key: `order:${id}`,
          source: "order",
          click_ids: masked,
          is_duplicate: true,
        },
        expect.objectContaining({ source: "conversion", click_ids: masked }),
        expect.objectContaining({ source: "session", click_ids: masked }),
      ])
      expect(tables.customer_journey).toHaveLength(5)
    } finally {
      options.attribution.click_ids = "keep"
    }
  })
}
