import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileSources } from "../../../src/lib/reconcile-sources"
import { SYNC_SOURCES } from "../../../src/modules/ad-planning/types"
import { trackPurchaseConversionWorkflow } from "../../../src/workflows/ad-planning/conversions/track-purchase-conversion"
import { adPlanning, sql } from "../../helpers/ad-planning"
import { readSessions } from "../../helpers/attribution"
import { campaignFact } from "../../helpers/facts"
import { visit, type Visit } from "../../helpers/host"
import { placeOrder } from "../../helpers/orders"
import { RandomStore } from "../../helpers/random-store"
import { silenceEvents } from "../../helpers/silent-bus"
import { createStore, type TestStore } from "../../helpers/store"
import type { Row } from "../../helpers/tables"
import { forgetFacts, toldFacts } from "../../helpers/told-facts"

jest.setTimeout(180_000)

const OPERATIONS = 30
medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
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
        [
          "by a visitor with spaces",
          { visitor_id: " v " },
          { visitor_id: "v" },
        ],
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
        await adPlanning(container).syncCampaigns([campaignFact("c", "Sale")])
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
  },
})
