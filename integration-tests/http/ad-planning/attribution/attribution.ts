import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { campaignFact, purchaseFact, touchFact } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const FACEBOOK_AD = {
  utm_source: "facebook",
  utm_medium: "cpc",
  channel_group: "Paid Social",
  platform: "meta",
  is_paid: true,
} as const
const GOOGLE_AD = {
  utm_source: "google",
  utm_medium: "cpc",
  channel_group: "Paid Search",
  platform: "google",
  is_paid: true,
} as const
const GOOGLE_SEARCH = {
  utm_campaign: null,
  referrer: "https://www.google.com/search?q=shirts",
  channel_group: "Organic Search",
  platform: "google",
  claims_campaign: false,
} as const

const at = (day: string) => new Date(`2026-${day}T10:30:00Z`)

const TOUCHES = [
  touchFact("s1", {
    ...FACEBOOK_AD,
    visitor_id: "v1",
    started_at: at("10-01"),
  }),
  touchFact("s2", {
    ...FACEBOOK_AD,
    visitor_id: "v1",
    started_at: at("10-02"),
  }),
  touchFact("s3", {
    ...GOOGLE_AD,
    utm_campaign: "Brand",
    visitor_id: "v2",
    started_at: at("10-03"),
  }),
  touchFact("s4", {
    ...GOOGLE_AD,
    utm_campaign: "Nobody knows",
    visitor_id: "v3",
    started_at: at("10-04"),
    website_id: "other",
  }),
  touchFact("s5", {
    ...GOOGLE_SEARCH,
    visitor_id: "v4",
    started_at: at("10-05"),
  }),
  touchFact("s6", {
    ...GOOGLE_AD,
    utm_campaign: "Twin",
    visitor_id: "v5",
    started_at: at("10-06"),
  }),
  // Before the period, and credited in it.
  touchFact("s0", {
    ...FACEBOOK_AD,
    visitor_id: "v6",
    started_at: at("09-30"),
  }),
]

const money = (value: string, net = value) => ({
  money: {
    value: { amount: value, tax: "0", shipping: "0", discount: "0" },
    net: { amount: net, tax: "0", shipping: "0" },
    adjustments: [],
  },
})
const PURCHASES = [
  { ...money("100"), visitor_id: "v1", converted_at: at("10-03") },
  { ...money("50", "40"), visitor_id: "v2", converted_at: at("10-04") },
  { ...money("60"), visitor_id: "v3", converted_at: at("10-05") },
  { ...money("70"), visitor_id: "v4", converted_at: at("10-06") },
  { ...money("30"), visitor_id: null, converted_at: at("10-06") },
  { ...money("9"), visitor_id: "v6", converted_at: at("10-06") },
  // Cancelled: no purchase, no money. After the period: nothing.
  {
    ...money("500", "0"),
    visitor_id: "v1",
    converted_at: at("10-07"),
    canceled_at: at("10-08"),
  },
  { ...money("800"), visitor_id: "v1", converted_at: at("10-12") },
].map((fact, index) => purchaseFact(`order_${index}`, fact))

const PERIOD = "from=2026-10-01&to=2026-10-10"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns([
      campaignFact("c-sale", "Sale"),
      campaignFact("c-brand", "Brand", { platform: "google" }),
      campaignFact("c-twin-1", "Twin", { platform: "google" }),
      campaignFact("c-twin-2", "twin", { platform: "google" }),
    ])
    await service.touches.syncTouches(TOUCHES, [])
    await service.purchases.syncPurchases(PURCHASES, [])
    await bulkResolveAttributionsWorkflow(container).run({ input: {} })
  })

  const get = async (path: string) => {
    const { status, data } = await api.get(
      `/admin/ad-planning/attribution${path}`,
      admin
    )
    expect(status).toBe(200)
    return data
  }
  const sessionsOf = async (query: string): Promise<string[]> => {
    const { attributions } = await get(`?order=started_at&${query}`)
    return attributions.map((row: { session_id: string }) => row.session_id)
  }

  describe("GET /admin/ad-planning/attribution", () => {
    it.each<[query: string, sessions: string[]]>([
      ["", ["s0", "s1", "s2", "s3", "s4", "s5", "s6"]],
      ["is_resolved=true", ["s0", "s1", "s2", "s3"]],
      ["is_resolved=false", ["s4", "s5", "s6"]],
      ["is_resolved=false&claims_campaign=true", ["s4", "s6"]],
      ["claims_campaign=false", ["s5"]],
      ["is_paid=false", ["s5"]],
      ["unresolved_reason=ambiguous", ["s6"]],
      ["unresolved_reason=no_match", ["s4"]],
      ["unresolved_reason=not_claimed", ["s5"]],
      ["resolution_method=name", ["s0", "s1", "s2", "s3"]],
      ["resolution_method=manual", []],
      ["platform=meta", ["s0", "s1", "s2"]],
      [
        "platform=meta&platform=google",
        ["s0", "s1", "s2", "s3", "s4", "s5", "s6"],
      ],
      ["platform[]=meta", ["s0", "s1", "s2"]],
      ["channel_group=Organic+Search", ["s5"]],
      ["ad_campaign_id=c-brand", ["s3"]],
      [
        "ad_campaign_id=c-brand&ad_campaign_id=c-sale",
        ["s0", "s1", "s2", "s3"],
      ],
      ["website_id=other", ["s4"]],
      ["visitor_id=v1", ["s1", "s2"]],
      ["session_id=s2", ["s2"]],
      ["utm_campaign=Brand", ["s3"]],
      ["started_at=2026-10-04T10:30:00Z", ["s4"]],
      ["started_at[$gte]=2026-10-05T10:30:00Z", ["s5", "s6"]],
      ["started_at[$gt]=2026-10-05T10:30:00Z", ["s6"]],
      ["started_at[$lt]=2026-10-01T10:30:00Z", ["s0"]],
      ["started_at[$lte]=2026-10-01T10:30:00Z", ["s0", "s1"]],
      ["started_at[$gte]=2026-10-02&started_at[$lt]=2026-10-04", ["s2", "s3"]],
      ["started_at[$gte]=2026-10-04&started_at[$lt]=2026-10-02", []],
      ["website_id=site&is_resolved=false&platform=google", ["s5", "s6"]],
    ])("?%s", async (query, sessions) => {
      expect(await sessionsOf(query)).toEqual(sessions)
      const { count } = await get(`?${query}`)
      expect(count).toBe(sessions.length)
    })

    it("answers 20, the newest first, and says so", async () => {
      const data = await get("")
      expect(data).toMatchObject({ count: 7, offset: 0, limit: 20 })
      expect(data.attributions[0].session_id).toBe("s6")
      expect(data.attributions[6].session_id).toBe("s0")
    })

    it("pages by limit and offset", async () => {
      const pages = []
      for (const offset of [0, 3, 6, 9]) {
        const data = await get(`?order=started_at&limit=3&offset=${offset}`)
        expect(data).toMatchObject({ count: 7, offset, limit: 3 })
        pages.push(
          data.attributions.map((row: { session_id: string }) => row.session_id)
        )
      }
      expect(pages).toEqual([
        ["s0", "s1", "s2"],
        ["s3", "s4", "s5"],
        ["s6"],
        [],
      ])
    })

    it("pages through touches of one instant without losing or repeating any", async () => {
      const started_at = at("08-01")
      await adPlanning(getContainer()).touches.syncTouches(
        Array.from({ length: 150 }, (_, index) =>
          touchFact(`same-${index}`, { started_at, website_id: "same" })
        ),
        []
      )
      const seen = []
      for (let offset = 0; offset < 150; offset += 10) {
        seen.push(
          ...(await sessionsOf(`website_id=same&limit=10&offset=${offset}`))
        )
      }
      expect(new Set(seen).size).toBe(150)
    })

    it.each([
      ["session_id", "s0"],
      ["-session_id", "s6"],
      ["utm_campaign", "s3"],
      ["-started_at", "s6"],
    ])("orders by %s", async (order, first) => {
      const { attributions } = await get(`?order=${order}&limit=1`)
      expect(attributions[0].session_id).toBe(first)
    })

    it("answers only the fields asked for, and the id", async () => {
      const { attributions } = await get(
        "?session_id=s3&fields=session_id,ad_campaign_id"
      )
      expect(attributions).toEqual([
        {
          id: expect.stringMatching(/^attr_/),
          session_id: "s3",
          ad_campaign_id: "c-brand",
        },
      ])
    })
  })

  describe("GET /admin/ad-planning/attribution/stats", () => {
    type Figures = [
      key: string,
      sessions: number,
      visitors: number,
      purchases: number,
      revenue: number,
    ]
    const figures = (
      [key, sessions, visitors, purchases, revenue]: Figures,
      other = {}
    ) => ({
      key,
      sessions,
      visitors,
      purchases,
      leads: 0,
      goals: 0,
      conversions: purchases,
      revenue,
      ...other,
    })

    const BY_CAMPAIGN: [...Figures, name: string][] = [
      ["c-sale", 2, 1, 2, 109, "Sale"],
      ["(no campaign)", 1, 1, 1, 70, "(no campaign)"],
      ["(unresolved campaign)", 2, 2, 1, 60, "(unresolved campaign)"],
      ["c-brand", 1, 1, 1, 40, "Brand"],
      ["(direct or unknown)", 0, 0, 1, 30, "(direct or unknown)"],
    ]
    const BY_GROUP: Record<string, Figures[]> = {
      platform: [
        ["meta", 2, 1, 2, 109],
        ["google", 3, 3, 2, 100],
        ["organic", 1, 1, 1, 70],
        ["direct", 0, 0, 1, 30],
      ],
      channel_group: [
        ["Paid Social", 2, 1, 2, 109],
        ["Paid Search", 3, 3, 2, 100],
        ["Organic Search", 1, 1, 1, 70],
        ["Direct", 0, 0, 1, 30],
      ],
      source: [
        ["facebook / cpc", 2, 1, 2, 109],
        ["google / cpc", 3, 3, 2, 100],
        ["www.google.com", 1, 1, 1, 70],
        ["(direct or unknown)", 0, 0, 1, 30],
      ],
    }
    const TOTALS = {
      sessions: 6,
      visitors: 5,
      resolved: 3,
      unresolved: 2,
      resolution_rate: 0.6,
      conversions: 6,
      revenue: 309,
    }

    it("groups by campaign unless asked otherwise", async () => {
      const data = await get(`/stats?${PERIOD}`)
      expect(data).toMatchObject({
        stats: BY_CAMPAIGN.map(([key, a, b, c, d, name]) =>
          figures([key, a, b, c, d], { name })
        ),
        totals: TOTALS,
        model: "last_touch",
        group_by: "campaign",
        currency: "gbp",
        period: {
          from: "2026-09-30T23:00:00.000Z",
          to: "2026-10-10T23:00:00.000Z",
          from_date: "2026-10-01",
          to_date: "2026-10-10",
          timezone: "Europe/London",
        },
      })
      expect(data.stats).toHaveLength(BY_CAMPAIGN.length)
    })

    it.each(Object.keys(BY_GROUP))("groups by %s", async (group) => {
      const data = await get(`/stats?${PERIOD}&group_by=${group}`)
      expect(data.stats).toEqual(BY_GROUP[group]!.map((row) => figures(row)))
      expect(data.totals).toEqual(TOTALS)
      expect(data.group_by).toBe(group)
    })

    it("has no rate without a touch that claims a campaign", async () => {
      const data = await get("/stats?from=2026-10-05&to=2026-10-05")
      expect(data.totals).toEqual({
        sessions: 1,
        visitors: 1,
        resolved: 0,
        unresolved: 0,
        resolution_rate: null,
        conversions: 1,
        revenue: 60,
      })
    })

    it("filters touches and conversions alike", async () => {
      const meta = await get(`/stats?${PERIOD}&platform=meta`)
      expect(meta.totals).toEqual({
        sessions: 2,
        visitors: 1,
        resolved: 2,
        unresolved: 0,
        resolution_rate: 1,
        conversions: 2,
        revenue: 109,
      })
      // A visit by Google's search is none of its advertising (case 13).
      const google = await get(`/stats?${PERIOD}&platform=google`)
      expect(google.totals).toMatchObject({
        sessions: 3,
        conversions: 2,
        revenue: 100,
      })
      const other = await get(`/stats?${PERIOD}&website_id=other`)
      expect(other.stats).toEqual([
        figures(["(unresolved campaign)", 1, 1, 0, 0], {
          name: "(unresolved campaign)",
        }),
      ])
    })

    it("lists what no exchange rate covers, and does not sum it", async () => {
      await adPlanning(getContainer()).purchases.syncPurchases(
        [
          purchaseFact("order_yen", {
            ...money("1000"),
            currency: "jpy",
            fx: null,
            visitor_id: "v1",
            converted_at: at("10-04"),
          }),
        ],
        []
      )
      const data = await get(`/stats?${PERIOD}`)
      expect(data.totals).toEqual({ ...TOTALS, conversions: 7 })
      expect(data.unconverted).toEqual([
        { currency: "jpy", revenue: 1000, spend: 0, purchases: 1 },
      ])
    })
  })
}
