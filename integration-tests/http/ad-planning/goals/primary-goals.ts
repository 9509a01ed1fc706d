import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import {
  campaignFact,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const PERIOD = "from=2026-10-01&to=2026-10-31"

type Figures = Record<string, number | null | string>

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>
  let made = 0

  const service = () => adPlanning(getContainer())
  const get = async (path: string) => {
    const { status, data } = await api.get(`/admin/ad-planning${path}`, admin)
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const goal = (id: string, is_primary: boolean) =>
    service().createConversionGoals({
      id,
      name: id,
      goal_type: "custom_event",
      conditions: {},
      is_primary,
    })
  const conversion = (
    conversion_type: "custom" | "page_engagement" | "lead_form_submission",
    other: Record<string, unknown> = {}
  ) =>
    service().createConversions({
      conversion_type,
      source: "pixel",
      idempotency_key: `test:${(made += 1)}`,
      converted_at: new Date("2026-10-20T12:00:00Z"),
      ...other,
    })
  const countsOf = ({ purchases, leads, goals, conversions }: Figures) => ({
    purchases,
    leads,
    goals,
    conversions,
  })

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
    await service().campaigns.syncCampaigns([campaignFact("c-sale", "Sale")])
    await service().campaigns.syncCampaignMetrics([
      metricFact("c-sale", "2026-10-20", { spend: "60" }),
      metricFact("c-sale", "2026-10-28", { spend: "40" }),
    ])
    await service().touches.syncTouches(
      [
        touchFact("s1"),
        touchFact("s2", { utm_campaign: null, claims_campaign: false }),
      ],
      []
    )
    await bulkResolveAttributionsWorkflow(getContainer()).run({ input: {} })
    const [named, organic] = await service().listCampaignAttributions(
      {},
      { order: { session_id: "ASC" } }
    )
    const ofSale = {
      session_id: "s1",
      ad_campaign_id: "c-sale",
      attribution_id: named!.id,
      claims_campaign: true,
    }
    const ofNone = {
      session_id: "s2",
      attribution_id: organic!.id,
      claims_campaign: false,
    }

    await goal("g-primary", true)
    await goal("g-other", false)
    await goal("g-gone", true)
    await service().softDeleteConversionGoals(["g-gone"])

    // These three count.
    await conversion("custom", { goal_id: "g-primary", ...ofSale })
    await conversion("custom", { goal_id: "g-primary", ...ofNone })
    await conversion("page_engagement", { goal_id: "g-primary" })
    // After the last day of spend.
    await conversion("custom", {
      goal_id: "g-primary",
      ...ofSale,
      converted_at: new Date("2026-10-30T12:00:00Z"),
    })
    // These do not.
    await conversion("custom", { goal_id: "g-other", ...ofSale })
    await conversion("custom", { goal_id: "g-gone", ...ofSale })
    await conversion("custom", { goal_id: "g-unknown", ...ofSale })
    await conversion("custom", ofSale)
    await conversion("page_engagement", ofSale)
    const forgotten = await conversion("custom", { goal_id: "g-primary" })
    await service().softDeleteConversions([forgotten.id])
    await conversion("custom", {
      goal_id: "g-primary",
      converted_at: new Date("2026-11-01T00:00:00Z"),
    })
    // A lead is one conversion, whatever goal it met.
    await conversion("lead_form_submission", {
      goal_id: "g-primary",
      ...ofSale,
      conversion_value: 500,
      currency: "gbp",
    })
  })

  it("count as conversions, those without such a goal do not", async () => {
    const { roi, totals } = await get(`/dashboard/roi?${PERIOD}`)
    expect(
      roi.map((row: Figures) => [row.name, countsOf(row), row.revenue])
    ).toEqual([
      ["Sale", { purchases: 0, leads: 1, goals: 2, conversions: 3 }, 0],
      [
        "(unresolved campaign)",
        { purchases: 0, leads: 0, goals: 0, conversions: 0 },
        0,
      ],
      [
        "(no campaign)",
        { purchases: 0, leads: 0, goals: 1, conversions: 1 },
        0,
      ],
      [
        "(direct or unknown)",
        { purchases: 0, leads: 0, goals: 1, conversions: 1 },
        0,
      ],
    ])
    expect(countsOf(totals)).toEqual({
      purchases: 0,
      leads: 1,
      goals: 4,
      conversions: 5,
    })
    // Ratios leave out what is after the last day of spend.
    expect(roi[0]).toMatchObject({
      spend: 100,
      cost_per_conversion: 50,
      cpl: 100,
      cpa: null,
      cac: null,
    })
    expect(totals).toMatchObject({ cost_per_conversion: 25, cpl: 100 })
  })

  it("are in trends, attribution statistics and both bases too", async () => {
    for (const basis of ["order_date", "refund_date"]) {
      const { trends } = await get(`/dashboard/trends?${PERIOD}&basis=${basis}`)
      const busy = trends.filter(({ goals }: Figures) => goals !== 0)
      expect(
        busy.map((day: Figures) => [day.date, day.goals, day.conversions])
      ).toEqual([
        ["2026-10-20", 3, 4],
        ["2026-10-30", 1, 1],
      ])
      const { stats, totals } = await get(
        `/attribution/stats?${PERIOD}&basis=${basis}`
      )
      expect(
        Object.fromEntries(
          stats.map((row: Figures) => [row.name, countsOf(row)])
        )
      ).toEqual({
        Sale: { purchases: 0, leads: 1, goals: 2, conversions: 3 },
        "(no campaign)": {
          purchases: 0,
          leads: 0,
          goals: 1,
          conversions: 1,
        },
        "(direct or unknown)": {
          purchases: 0,
          leads: 0,
          goals: 1,
          conversions: 1,
        },
      })
      expect(totals.conversions).toBe(5)
    }
  })

  it("change the past when they become primary, or no longer are", async () => {
    const goals = async () =>
      (await get(`/dashboard/overview?${PERIOD}`)).overview.current.goals
    await service().updateConversionGoals({ id: "g-other", is_primary: true })
    expect(await goals()).toBe(5)
    await service().updateConversionGoals([
      { id: "g-other", is_primary: false },
      { id: "g-primary", is_primary: false },
    ])
    expect(await goals()).toBe(0)
  })

  it("a purchase that met one, told twice, is one conversion", async () => {
    const before = (await get(`/dashboard/overview?${PERIOD}`)).overview
    for (let times = 1; times <= 2; times++) {
      await service().purchases.syncPurchases([purchaseFact("order_1")], [])
      const [purchase] = await service().listConversions({
        order_id: "order_1",
      })
      await service().updateConversions({
        id: purchase!.id,
        goal_id: "g-primary",
      })
      const { overview } = await get(`/dashboard/overview?${PERIOD}`)
      expect(countsOf(overview.current)).toEqual({
        purchases: 1,
        leads: 1,
        goals: 4,
        conversions: 6,
      })
      expect(before.current.conversions).toBe(5)
    }
  })

  it("a cancelled purchase that met one is no conversion", async () => {
    await service().purchases.syncPurchases(
      [
        purchaseFact("order_1", {
          canceled_at: new Date("2026-10-03T12:00:00Z"),
        }),
      ],
      []
    )
    const [purchase] = await service().listConversions({
      order_id: "order_1",
    })
    await service().updateConversions({
      id: purchase!.id,
      goal_id: "g-primary",
    })
    for (const basis of ["order_date", "refund_date"]) {
      const { overview } = await get(
        `/dashboard/overview?${PERIOD}&basis=${basis}`
      )
      expect(countsOf(overview.current)).toEqual({
        purchases: 0,
        leads: 1,
        goals: 4,
        conversions: 5,
      })
    }
  })
}
