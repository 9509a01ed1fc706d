import type { PurchaseFact } from "../../../../src/modules/ad-planning/types"
import type { UnresolvedPage } from "../../../../src/modules/ad-planning/capabilities/resolutions"
import {
  FIRST_TOUCH,
  type TouchCursor,
} from "../../../../src/modules/ad-planning/sql/attribution/unresolved-tuples"
import { matchCampaign } from "../../../../src/modules/ad-planning/utils/attribution-resolver"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  identityFact,
  leadFact,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { OUR_TABLES, readTables } from "../../../helpers/tables"
import type { StoreContext } from "../../../helpers/test-store"

const order = (id: string, day: string, other: Partial<PurchaseFact> = {}) =>
  purchaseFact(id, {
    converted_at: new Date(`2026-10-${day}T12:00:00Z`),
    ...other,
  })
const CORRECTED = purchaseFact("order_1", {
  session_id: "s1",
  money: {
    value: { amount: "100", tax: "16.67", shipping: "5", discount: "1.5" },
    net: { amount: "69.5", tax: "11.58", shipping: "5" },
    adjustments: [
      {
        source_type: "credit_line",
        source_id: "ordcl_1",
        amount: "-10.25",
        tax_amount: "-1.71",
        shipping_amount: "0",
        occurred_at: new Date("2026-10-04T12:00:00Z"),
      },
      {
        source_type: "return",
        source_id: "return_1",
        amount: "-20.25",
        tax_amount: "-3.38",
        shipping_amount: "0",
        occurred_at: new Date("2026-10-05T12:00:00Z"),
      },
    ],
  },
  touch: touchFact("", {
    touch_key: "order:order_1",
    source: "order",
    session_id: null,
    order_id: "order_1",
    started_at: new Date("2026-10-02T12:00:00Z"),
    confidence: "undated",
  }),
})
const LEAD_TOUCH = touchFact("", {
  touch_key: "lead:2",
  source: "conversion",
  session_id: null,
})

export default function suite({ getContainer }: StoreContext) {
  const service = () => adPlanning(getContainer())
  const rows = () => readTables(getContainer(), OUR_TABLES)
  const count = async (table: string) =>
    (await sql(getContainer(), `SELECT 1 FROM ${table}`)).length

  async function resolveAll() {
    const { tuples } = await service().resolutions.listUnresolvedTuples({})
    const index = await service().resolutions.campaignIndex(tuples, new Map())
    return await service().resolutions.applyResolutions(
      tuples.map((tuple) => ({
        touch_ids: tuple.touch_ids,
        ...matchCampaign(tuple, index),
      }))
    )
  }

  describe("a statement run twice", () => {
    it.each<[name: string, run: () => Promise<unknown>, unknown, unknown]>([
      [
        "syncPurchases",
        async () =>
          (
            await service().purchases.syncPurchases(
              [CORRECTED, order("order_2", "03")],
              []
            )
          ).created_ids.length,
        2,
        0,
      ],
      [
        "syncPurchases, by what changed",
        async () =>
          (
            await service().purchases.syncPurchases(
              [CORRECTED, order("order_2", "03")],
              []
            )
          ).changed,
        // Two purchases, two corrections and a stamp.
        5,
        0,
      ],
      [
        "syncSubmissions",
        async () =>
          (
            await service().conversions.syncSubmissions(
              [leadFact("1"), leadFact("2", { touch: LEAD_TOUCH })],
              []
            )
          ).changed,
        3,
        0,
      ],
      [
        "syncTouches",
        async () =>
          (
            await service().touches.syncTouches(
              [touchFact("s1"), touchFact("s2", { click_ids: { gclid: "x" } })],
              []
            )
          ).changed_ids.length,
        2,
        0,
      ],
      [
        "syncCampaigns",
        async () =>
          (
            await service().campaigns.syncCampaigns([
              campaignFact("c1", "Sale", {
                started_at: new Date("2026-01-01T00:00:00Z"),
              }),
              campaignFact(null, "Clips", { platform: "tiktok" }),
            ])
          ).campaigns.map(({ is_changed }) => is_changed),
        [true, true],
        [false, false],
      ],
      [
        "syncCampaignMetrics",
        () =>
          service().campaigns.syncCampaignMetrics([
            metricFact("c1", "2026-10-01"),
            metricFact("c1", "2026-10-02", {
              claimed_conversions: null,
              claimed_value: null,
            }),
          ]),
        2,
        0,
      ],
      [
        "syncIdentityLinks",
        async () =>
          (
            await service().identity.syncIdentityLinks(
              [
                identityFact("email", "hash", "person_1"),
                identityFact("customer", "cus_1", "person_1"),
                identityFact("visitor", "v", "person_1"),
              ],
              [
                {
                  person_id: "person_1",
                  email_hash: "hash",
                  visitor_id: "v",
                },
              ]
            )
          ).link_ids.length,
        3,
        0,
      ],
      [
        "notePlacements",
        async () => {
          await service().purchases.notePlacements(["order_1"], [])
          const placed_at = new Date()
          const noted = await service().purchases.notePlacements(
            [],
            [{ order_id: "order_9", placed_at }]
          )
          return [noted.size, await count("ad_planning_order_placement")]
        },
        [0, 1],
        [0, 1],
      ],
    ])(
      "%s leaves the same rows, and says so",
      async (_name, run, first, second) => {
        expect(await run()).toEqual(first)
        const before = await rows()
        expect(await run()).toEqual(second)
        expect(await rows()).toEqual(before)
      }
    )

    it("syncTouches removes once what is no touch any more", async () => {
      await service().touches.syncTouches(
        [touchFact("s1"), touchFact("s2")],
        []
      )
      await service().touches.syncTouches([], ["session:s1", "session:s3"])
      const before = await rows()
      expect(before.campaign_attribution).toHaveLength(1)
      await service().touches.syncTouches([], ["session:s1", "session:s3"])
      expect(await rows()).toEqual(before)
    })

    it("syncPurchases forgets once what does not count any more", async () => {
      await service().purchases.syncPurchases([CORRECTED], [])
      await service().purchases.syncPurchases([], ["order_1"])
      for (const table of [
        "conversion",
        "ad_planning_conversion_adjustment",
        "campaign_attribution",
      ]) {
        expect(await count(table)).toBe(0)
      }
      expect(await service().purchases.syncPurchases([], ["order_1"])).toEqual({
        created_ids: [],
        changed: 0,
      })
    })

    it("listUnresolvedTuples asks each touch once, whatever the size of a page", async () => {
      const names = ["sale", null, "Sale", "élan", "", "sale", null]
      await service().touches.syncTouches(
        names.map((utm_campaign, index) =>
          touchFact(`s${index}`, { utm_campaign })
        ),
        []
      )
      const all = await service().resolutions.listUnresolvedTuples({})
      expect(all.next).toBeNull()
      const expected = all.tuples.flatMap(({ touch_ids }) => touch_ids)
      expect(expected).toHaveLength(names.length)
      for (const limit of [1, 2, 3, 7]) {
        const seen: string[] = []
        let after: TouchCursor | null = FIRST_TOUCH
        while (after) {
          const page: UnresolvedPage =
            await service().resolutions.listUnresolvedTuples({}, after, limit)
          seen.push(...page.tuples.flatMap(({ touch_ids }) => touch_ids))
          after = page.next
        }
        expect(seen.toSorted()).toEqual(expected.toSorted())
      }
    })

    it("applyResolutions changes nothing that is answered already", async () => {
      await service().campaigns.syncCampaigns([campaignFact("c1", "Sale")])
      await service().touches.syncTouches(
        [
          touchFact("s1"),
          touchFact("s2", { utm_campaign: "sale " }),
          touchFact("s3", { utm_campaign: "Unknown", visitor_id: "w" }),
          touchFact("s4", { claims_campaign: false, visitor_id: "w" }),
        ],
        []
      )
      await service().purchases.syncPurchases([order("order_1", "02")], [])
      expect(await resolveAll()).toEqual(
        expect.arrayContaining([
          {
            method: "name",
            former_reason: null,
            touch_ids: [expect.any(String), expect.any(String)],
          },
          {
            method: null,
            former_reason: null,
            touch_ids: [expect.any(String)],
          },
        ])
      )
      const before = await rows()
      expect(await resolveAll()).toEqual([])
      expect(await rows()).toEqual(before)
    })

    it("assignTouch leaves one choice and one alias", async () => {
      await service().touches.syncTouches([touchFact("s1")], [])
      const touch = await service().touches.retrieveTouchOfSession("s1")
      const assign = () =>
        service().resolutions.assignTouch(
          touch.id,
          { ad_campaign_id: "c1", ad_set_id: null, ad_id: null },
          {
            kind: "utm_campaign",
            normalised_value: "sale",
            website_id: "site",
            ad_campaign_id: "c1",
            created_by: "user_1",
          }
        )
      const state = () =>
        readTables(getContainer(), OUR_TABLES, ["resolved_at"])
      await assign()
      const before = await state()
      expect(before.ad_planning_campaign_alias).toHaveLength(1)
      await assign()
      expect(await state()).toEqual(before)
    })
  })

  it("campaigns that are told several times at once are there once", async () => {
    const facts = ["a", "b", "c"].map((id) => campaignFact(id, `Sale ${id}`))
    const results = await Promise.all(
      Array.from({ length: 6 }, () => service().campaigns.syncCampaigns(facts))
    )
    const created = results.flatMap(({ campaigns }) =>
      campaigns.filter((row) => row.is_changed)
    )
    expect(created).toHaveLength(3)
    expect(await count("ad_planning_campaign")).toBe(3)
  })

  describe("a set of facts replaces the former one", () => {
    it("of an order's adjustments", async () => {
      const [first, second] = CORRECTED.money.adjustments
      const sync = (adjustments: PurchaseFact["money"]["adjustments"]) =>
        service().purchases.syncPurchases(
          [{ ...CORRECTED, money: { ...CORRECTED.money, adjustments } }],
          []
        )
      const sources = async () =>
        (
          await sql<{ source_id: string; amount: number }>(
            getContainer(),
            `SELECT source_id, amount::float8 AS amount
                 FROM ad_planning_conversion_adjustment ORDER BY 1`
          )
        ).map((row) => [row.source_id, row.amount])
      await sync([first!, second!])
      expect(await sources()).toEqual([
        ["ordcl_1", -10.25],
        ["return_1", -20.25],
      ])
      await sync([{ ...second!, amount: "-30.5" }])
      expect(await sources()).toEqual([["return_1", -30.5]])
      await sync([])
      expect(await sources()).toEqual([])
    })

    it("of a campaign's id, wherever it is named", async () => {
      const { campaigns } = await service().campaigns.syncCampaigns([
        campaignFact(null, "Sale", { external_id: "77" }),
      ])
      const imported = campaigns[0]!
      await service().campaigns.syncCampaignMetrics([
        metricFact(imported.id, "2026-10-01"),
      ])
      await service().touches.syncTouches([touchFact("s1")], [])
      const touch = await service().touches.retrieveTouchOfSession("s1")
      await service().resolutions.assignTouch(
        touch.id,
        { ad_campaign_id: imported.id, ad_set_id: null, ad_id: null },
        {
          kind: "utm_campaign",
          normalised_value: "sale",
          website_id: "site",
          ad_campaign_id: imported.id,
          created_by: null,
        }
      )
      await service().purchases.syncPurchases([order("order_1", "02")], [])
      await service().campaigns.syncCampaigns([
        campaignFact("adcamp_1", "Sale", { external_id: "77" }),
      ])
      for (const [table, column] of [
        ["ad_planning_campaign", "id"],
        ["ad_planning_campaign_metric", "ad_campaign_id"],
        ["ad_planning_campaign_alias", "ad_campaign_id"],
        ["campaign_attribution", "ad_campaign_id"],
        ["conversion", "ad_campaign_id"],
      ]) {
        expect([
          table,
          await sql(getContainer(), `SELECT ${column} AS id FROM ${table}`),
        ]).toEqual([table, [{ id: "adcamp_1" }]])
      }
    })
  })
}
