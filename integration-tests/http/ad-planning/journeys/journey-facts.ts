import type { MedusaContainer } from "@medusajs/framework/types"
import { trackConversionWorkflow } from "../../../../src/workflows/ad-planning/conversions/track-conversion"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  conversionInput,
  identityFact,
  journeyFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { readTables, type Row } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const day = (text: string) => new Date(`2026-10-${text}T12:00:00Z`)

export default function suite({ getContainer }: StoreContext) {
  let container: MedusaContainer
  beforeEach(() => {
    container = getContainer()
  })

  const service = () => adPlanning(container)
  const journeys = (columns = "*") =>
    sql<Row>(
      container,
      `SELECT ${columns} FROM customer_journey ORDER BY "timestamp", source_id`
    )
  const everything = () => readTables(container)
  const track = (...inputs: Parameters<typeof conversionInput>[]) =>
    trackConversionWorkflow(container).run({
      input: {
        conversions: inputs.map((input) => conversionInput(...input)),
      },
    })

  describe("syncJourneys", () => {
    it("writes once, and only what differs", async () => {
      const facts = [
        journeyFact("anevt_1"),
        journeyFact("anevt_2", {
          event_type: "add_to_cart",
          stage: "consideration",
          value: "12.50",
          currency: "eur",
        }),
      ]
      expect(await service().journeys.syncJourneys(facts, [])).toBe(2)
      const before = await everything()
      expect(await service().journeys.syncJourneys(facts, [])).toBe(0)
      expect(await everything()).toEqual(before)
      expect(
        await journeys("event_type, value::text, raw_value, currency")
      ).toEqual([
        {
          event_type: "page_view",
          value: null,
          raw_value: null,
          currency: null,
        },
        {
          event_type: "add_to_cart",
          value: "12.50",
          raw_value: { value: "12.50", precision: 20 },
          currency: "eur",
        },
      ])
      const gone = [
        { source_type: "analytics_event" as const, source_id: "anevt_1" },
        { source_type: "feedback" as const, source_id: "anevt_2" },
      ]
      expect(await service().journeys.syncJourneys([], gone)).toBe(1)
      expect(await service().journeys.syncJourneys([], gone)).toBe(0)
      expect(await journeys("source_id")).toEqual([{ source_id: "anevt_2" }])
    })

    it("of the same row twice in one batch counts it once", async () => {
      const fact = journeyFact("anevt_1")
      expect(await service().journeys.syncJourneys([fact, fact], [])).toBe(1)
    })

    it("is put back as it was", async () => {
      const facts = ["anevt_1", "anevt_2"].map((id) => journeyFact(id))
      await service().journeys.syncJourneys([facts[0]!], [])
      const before = await everything()
      const snapshot = await service().journeys.snapshotJourneys(facts)
      await service().journeys.syncJourneys(
        [{ ...facts[0]!, event_data: { pathname: "/new" } }, facts[1]!],
        []
      )
      expect(await journeys()).toHaveLength(2)
      await service().journeys.putBackJourneys(facts, snapshot)
      expect(await everything()).toEqual(before)
    })

    it("names the person that the identifiers name at that time", async () => {
      await service().identity.syncIdentityLinks([
        identityFact("email", "hash", "person_mail"),
        identityFact("customer", "cus_1", "person_account"),
        identityFact("visitor", "v", "person_visitor"),
      ])
      const give = (id: string, other: object) =>
        journeyFact(id, { visitor_id: null, ...other })
      await service().journeys.syncJourneys(
        [
          give("a", { email_hash: "hash", customer_id: "cus_1" }),
          give("b", { customer_id: "cus_1", visitor_id: "v" }),
          give("c", { visitor_id: "v" }),
          give("d", { visitor_id: "w" }),
        ],
        []
      )
      expect((await journeys("person_id")).map((row) => row.person_id)).toEqual(
        ["person_mail", "person_account", "person_visitor", null]
      )
    })
  })

  describe("what happened in a session", () => {
    const shown = async () =>
      (await journeys("channel, ad_campaign_id"))[0] as Row
    const bare = { channel: "web", ad_campaign_id: null }

    it("follows the session's touch, whichever comes first", async () => {
      await service().journeys.syncJourneys([journeyFact("anevt_1")], [])
      expect(await shown()).toEqual(bare)
      const touch = touchFact("s", { utm_medium: "email" })
      await service().touches.syncTouches([touch], [])
      expect(await shown()).toEqual({ ...bare, channel: "email" })
      const { id } = await service().touches.retrieveTouchOfSession("s")
      const choice = { ad_campaign_id: "c", ad_set_id: null, ad_id: null }
      await service().resolutions.assignTouch(id, choice, null)
      expect(await shown()).toEqual({ channel: "email", ad_campaign_id: "c" })
      // The same, with the touch there before.
      const late = await journeys("source_id, channel, ad_campaign_id")
      await sql(container, "DELETE FROM customer_journey")
      await service().journeys.syncJourneys([journeyFact("anevt_1")], [])
      expect(await journeys("source_id, channel, ad_campaign_id")).toEqual(late)
      await service().resolutions.clearResolution(id)
      expect(await shown()).toEqual({ ...bare, channel: "email" })
      await service().touches.syncTouches([], ["session:s"])
      expect(await shown()).toEqual(bare)
    })

    it("gets the campaign when the campaign comes, and loses it with it", async () => {
      await service().journeys.syncJourneys([journeyFact("anevt_1")], [])
      await service().touches.syncTouches(
        [touchFact("s", { channel_group: "Paid Social" })],
        []
      )
      expect(await shown()).toEqual({ ...bare, channel: "social" })
      const { tuples } = await service().resolutions.listUnresolvedTuples({})
      const applied = await service().resolutions.applyResolutions([
        {
          touch_ids: tuples[0]!.touch_ids,
          ad_campaign_id: "c",
          ad_set_id: null,
          ad_id: null,
          resolution_method: "name",
          unresolved_reason: null,
        },
      ])
      expect(await shown()).toEqual({
        channel: "social",
        ad_campaign_id: "c",
      })
      await service().resolutions.undoResolutions(applied)
      expect(await shown()).toEqual({ ...bare, channel: "social" })
    })

    it("follows a campaign that gets the host's own id", async () => {
      const { campaigns } = await service().campaigns.syncCampaigns([
        campaignFact(null, "Sale", { external_id: "77" }),
      ])
      await service().touches.syncTouches([touchFact("s")], [])
      const { id } = await service().touches.retrieveTouchOfSession("s")
      await service().resolutions.assignTouch(
        id,
        { ad_campaign_id: campaigns[0]!.id, ad_set_id: null, ad_id: null },
        null
      )
      await service().journeys.syncJourneys([journeyFact("anevt_1")], [])
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      await service().campaigns.syncCampaigns([
        campaignFact("adcamp_1", "Sale", { external_id: "77" }),
      ])
      expect(await journeys("source_id, ad_campaign_id")).toEqual([
        { source_id: "anevt_1", ad_campaign_id: "adcamp_1" },
        { source_id: "order_1", ad_campaign_id: "adcamp_1" },
      ])
    })

    it("of a session without a touch, and of no session, stays what it is", async () => {
      await service().touches.syncTouches(
        [touchFact("s", { utm_medium: "sms" })],
        []
      )
      await service().journeys.syncJourneys(
        [
          journeyFact("a", { session_id: "other" }),
          journeyFact("b", { session_id: null, channel: "social" }),
          journeyFact("c"),
        ],
        []
      )
      expect((await journeys("channel")).map((row) => row.channel)).toEqual([
        "web",
        "social",
        "sms",
      ])
    })
  })

  describe("an order", () => {
    it("is a touchpoint with what is left of it, twice the same", async () => {
      const fact = purchaseFact("order_1", {
        session_id: "s",
        customer_id: "cus_1",
        money: {
          ...purchaseFact("order_1").money,
          net: { amount: "69.5", tax: "11.58", shipping: "5" },
        },
      })
      await service().touches.syncTouches(
        [touchFact("s", { channel_group: "Email" })],
        []
      )
      await service().purchases.syncPurchases([fact], [])
      const before = await everything()
      await service().purchases.syncPurchases([fact], [])
      expect(await everything()).toEqual(before)
      expect(await journeys()).toEqual([
        expect.objectContaining({
          source_type: "order",
          source_id: "order_1",
          event_type: "purchase",
          event_data: {},
          channel: "email",
          stage: "conversion",
          timestamp: fact.converted_at,
          person_id: null,
          email_hash: "hash",
          customer_id: "cus_1",
          visitor_id: "v",
          session_id: "s",
          value: "69.5",
          raw_value: { value: "69.5", precision: 20 },
          currency: "gbp",
          ad_campaign_id: null,
          website_id: "site",
        }),
      ])
    })

    it("is retention after the first, also when the first comes late", async () => {
      const second = purchaseFact("order_2", { converted_at: day("05") })
      await service().purchases.syncPurchases([second], [])
      expect(await journeys("stage")).toEqual([{ stage: "conversion" }])
      const first = purchaseFact("order_1", { converted_at: day("03") })
      await service().purchases.syncPurchases([first], [])
      const stages = async () =>
        (await journeys("stage")).map((row) => row.stage)
      expect(await stages()).toEqual(["conversion", "retention"])
      await service().purchases.syncPurchases([], ["order_1"])
      expect(await stages()).toEqual(["conversion"])
    })

    it("that is canceled in full stays, as something considered", async () => {
      const paid = purchaseFact("order_1", { converted_at: day("03") })
      const next = purchaseFact("order_2", { converted_at: day("05") })
      await service().purchases.syncPurchases([paid, next], [])
      const canceled = {
        ...paid,
        canceled_at: day("04"),
        money: {
          ...paid.money,
          net: { amount: "0", tax: "0", shipping: "0" },
        },
      }
      await service().purchases.syncPurchases([canceled], [])
      expect(
        await journeys("source_id, stage, value::text, event_data")
      ).toEqual([
        {
          source_id: "order_1",
          stage: "consideration",
          value: "0",
          event_data: { canceled: true },
        },
        {
          source_id: "order_2",
          stage: "conversion",
          value: "100",
          event_data: {},
        },
      ])
    })

    it("gets its person when the person comes", async () => {
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const link = identityFact("email", "hash", "person_1")
      const changes = await service().identity.syncIdentityLinks([link])
      expect(await journeys("person_id, stage")).toEqual([
        { person_id: "person_1", stage: "conversion" },
      ])
      await service().identity.restoreIdentityLinks(changes)
      expect(await journeys("person_id, stage")).toEqual([
        { person_id: null, stage: "conversion" },
      ])
    })

    it("is put back as it was", async () => {
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const before = await everything()
      const ids = ["order_1", "order_2"]
      const snapshot = await service().purchases.snapshotPurchases(ids)
      await service().purchases.syncPurchases(
        [purchaseFact("order_1", { canceled_at: day("04") })],
        []
      )
      await service().purchases.syncPurchases(
        [purchaseFact("order_2")],
        ["order_1"]
      )
      await service().purchases.restorePurchases(ids, snapshot)
      expect(await everything()).toEqual(before)
    })
  })

  describe("what the storefront's script tells", () => {
    it("is a touchpoint, but not how far somebody read, nor a claim", async () => {
      await track(
        ["a", { converted_at: "2026-10-01T11:00:00.000Z" }],
        [
          "b",
          {
            conversion_type: "begin_checkout",
            converted_at: "2026-10-01T11:01:00.000Z",
          },
        ],
        [
          "c",
          {
            conversion_type: "custom",
            conversion_name: "wishlist",
            value: null,
            currency: null,
            converted_at: "2026-10-01T11:02:00.000Z",
          },
        ],
        [
          "d",
          {
            conversion_type: "lead_form_submission",
            conversion_name: "newsletter",
            value: null,
            currency: null,
            converted_at: "2026-10-01T11:03:00.000Z",
          },
        ],
        ["e", { conversion_type: "page_engagement" }],
        ["f", { conversion_type: "purchase", order_id: "order_1" }],
        ["g", { source: "manual", idempotency_key: "manual:g" }]
      )
      const rows = await journeys(
        "source_id, event_type, stage, value::text, event_data"
      )
      const pathname = "/"
      expect(rows).toEqual([
        {
          source_id: "a",
          event_type: "add_to_cart",
          stage: "consideration",
          value: "20",
          event_data: { pathname },
        },
        {
          source_id: "b",
          event_type: "begin_checkout",
          stage: "consideration",
          value: "20",
          event_data: { pathname },
        },
        {
          source_id: "c",
          event_type: "custom",
          stage: "consideration",
          value: null,
          event_data: { name: "wishlist", pathname },
        },
        {
          source_id: "d",
          event_type: "form_submit",
          stage: "consideration",
          value: null,
          event_data: { name: "newsletter", pathname },
        },
      ])
    })

    it("joins the visitor of an order that had none", async () => {
      await service().purchases.syncPurchases(
        [purchaseFact("order_1", { visitor_id: null })],
        []
      )
      await track(["p", { conversion_type: "purchase", order_id: "order_1" }])
      expect(await journeys("visitor_id, session_id")).toEqual([
        { visitor_id: "v", session_id: "s" },
      ])
    })
  })

  it("old page views of unknown visitors are forgotten, some at a time", async () => {
    await service().identity.syncIdentityLinks([
      identityFact("visitor", "known", "person_1"),
    ])
    const old = { timestamp: day("01") }
    await service().journeys.syncJourneys(
      [
        journeyFact("a", old),
        journeyFact("b", old),
        journeyFact("c", old),
        journeyFact("known", { ...old, visitor_id: "known" }),
        journeyFact("cart", { ...old, event_type: "add_to_cart" }),
        journeyFact("young", { timestamp: day("02") }),
      ],
      []
    )
    expect(await service().journeys.prunePageViews(day("02"), 2)).toBe(2)
    expect(await service().journeys.prunePageViews(day("02"), 2)).toBe(1)
    expect(await service().journeys.prunePageViews(day("02"), 2)).toBe(0)
    expect((await journeys()).map((row) => row.source_id)).toEqual([
      "cart",
      "known",
      "young",
    ])
  })
}
