import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import {
  campaignFact,
  HOSTILE_TEXTS,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const at = (day: string) => new Date(`2026-${day}T10:30:00Z`)
const net = (amount: string) => ({
  money: {
    value: { amount, tax: "0", shipping: "0", discount: "0" },
    net: { amount, tax: "0", shipping: "0" },
    adjustments: [],
  },
})

/** What the Overview and the Conversions page ask beside the reports. */
export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns([campaignFact("c", "Sale")])
    await service.touches.syncTouches(
      [
        touchFact("a", { visitor_id: "v1", started_at: at("09-20") }),
        touchFact("b", {
          visitor_id: "v1",
          utm_campaign: "Slae",
          started_at: at("10-01"),
        }),
        touchFact("after", { visitor_id: "v1", started_at: at("10-09") }),
        touchFact("c", {
          visitor_id: "v2",
          utm_campaign: "Slae",
          started_at: at("10-02"),
        }),
        touchFact("d", {
          visitor_id: "v3",
          utm_campaign: "Other",
          started_at: at("10-02"),
        }),
        touchFact("e", {
          visitor_id: "v4",
          utm_campaign: null,
          claims_campaign: false,
          started_at: at("10-02"),
        }),
        ...HOSTILE_TEXTS.map((text, index) =>
          touchFact(`h${index}`, {
            visitor_id: "hostile",
            utm_campaign: text,
            started_at: at("11-01"),
          })
        ),
      ],
      []
    )
    await service.purchases.syncPurchases(
      [
        purchaseFact("order_1", {
          ...net("100.5"),
          visitor_id: "v1",
          converted_at: at("10-03"),
        }),
        purchaseFact("order_2", {
          ...net("20"),
          visitor_id: "v2",
          converted_at: at("10-04"),
        }),
        purchaseFact("order_4", {
          ...net("7"),
          visitor_id: "v4",
          converted_at: at("10-04"),
        }),
      ],
      []
    )
  })

  const get = async (path: string) => {
    const { status, data } = await api.get(`/admin/ad-planning${path}`, admin)
    expect(status).toBe(200)
    return data
  }

  it("lists utm values without a campaign by the revenue that hangs on them", async () => {
    const { unresolved, currency } = await get(
      "/attribution/unresolved?from=2026-10-01&to=2026-10-10"
    )
    expect(currency).toBe("gbp")
    expect(unresolved).toMatchObject([
      { utm_campaign: "Slae", sessions: 2, purchases: 2, revenue: 120.5 },
      { utm_campaign: "Other", session_id: "d", sessions: 1, revenue: 0 },
      // It came later than the purchase of its visitor.
      { utm_campaign: "Sale", session_id: "after", sessions: 1, revenue: 0 },
    ])
    const { unresolved: one } = await get(
      "/attribution/unresolved?from=2026-10-01&to=2026-10-10&limit=1"
    )
    expect(one).toHaveLength(1)
  })

  it("suggests campaigns for each, and resolves nothing by it", async () => {
    const { unresolved } = await get(
      "/attribution/unresolved?from=2026-10-01&to=2026-10-10"
    )
    const names = unresolved.map((row: { suggestions: { name: string }[] }) =>
      row.suggestions.map(({ name }) => name)
    )
    expect(names).toEqual([["Sale"], [], ["Sale"]])
    expect(unresolved[0].suggestions).toEqual([
      {
        ad_campaign_id: expect.any(String),
        name: "Sale",
        platform: expect.any(String),
        status: "ACTIVE",
        similarity: 0.75,
      },
    ])
    expect(Object.keys(unresolved[0]).toSorted()).toEqual([
      "is_unreplaced_macro",
      "platform",
      "purchases",
      "revenue",
      "session_id",
      "sessions",
      "spellings",
      "suggestions",
      "unresolved_reason",
      "utm_campaign",
      "utm_id",
      "utm_source",
      "website_id",
    ])
  })

  it("answers them as CSV, a suggestion in three columns", async () => {
    const { status, data } = await api.get(
      "/admin/ad-planning/attribution/unresolved?from=2026-10-01&to=2026-10-10&limit=2",
      { headers: { ...admin.headers, accept: "text/csv" } }
    )
    expect(status).toBe(200)
    const [header, first, second, ...rest] = data
      .replace(/^\uFEFF/, "")
      .trim()
      .split(/\r?\n/)
    expect(header).toContain(
      "revenue,suggestion_1_id,suggestion_1_name,suggestion_1_similarity,suggestion_2_id"
    )
    expect(first).toMatch(/^Slae,.*,120\.5,[^,]+,Sale,0\.75,,,,,,,gbp$/)
    expect(second).toMatch(/^Other,.*,0,,,,,,,,,,gbp$/)
    expect(rest).toEqual([])
  })

  it("lists hostile values as they are", async () => {
    const { unresolved } = await get(
      "/attribution/unresolved?from=2026-11-01&to=2026-11-01"
    )
    expect(
      unresolved.map((row: { utm_campaign: string }) => row.utm_campaign)
    ).toEqual(expect.arrayContaining(HOSTILE_TEXTS))
    expect(unresolved).toHaveLength(HOSTILE_TEXTS.length)
  })

  it("shows a conversion with the touches before it and the one it is credited to", async () => {
    const { conversions } = await get("/conversions?order_id=order_1")
    const { conversion } = await get(`/conversions/${conversions[0].id}`)
    expect(
      conversion.touches.map((touch: { session_id: string }) => [
        touch.session_id,
      ])
    ).toEqual([["a"], ["b"]])
    expect(conversion.attribution).toMatchObject({
      session_id: "b",
      utm_campaign: "Slae",
      campaign_name: null,
    })
  })

  it("lists campaigns by name, and makes links that name them", async () => {
    const { campaigns, count } = await get("/campaigns?fields=id,name")
    expect({ campaigns, count }).toEqual({
      campaigns: [{ id: "c", name: "Sale" }],
      count: 1,
    })
    const page = encodeURIComponent("https://shop.example.com/p?size=M#top")
    const { link } = await get(`/campaigns/c/link?url=${page}&utm_term=x`)
    expect(link).toEqual({
      ad_campaign_id: "c",
      url: expect.stringMatching(
        /^https:\/\/shop\.example\.com\/p\?size=M&utm_source=\w+&utm_medium=cpc&utm_campaign=Sale&utm_id=[\w-]+&utm_term=x#top$/
      ),
    })
  })

  it("says by which options the figures are made, and none that is secret", async () => {
    const { health } = await get("/health")
    expect(health.settings).toEqual({
      timezone: "Europe/London",
      reporting_currency: "gbp",
      revenue_basis: "total",
      count_when: "placed",
      lookback_days: 30,
    })
  })
}
