import {
  reportFrame,
  reportParams,
} from "../../../../src/api/utils/report-params"
import { cohortReport } from "../../../../src/modules/ad-planning/utils/reports/cohort-report"
import { randomFor } from "../../../../src/scripts/demo/random"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  anyBuyers,
  CAMPAIGNS,
  purchasesOf,
  readCohort,
  SPENT_ON,
  touchesOf,
  type Buyer,
  type CohortQuestion,
} from "../../../helpers/cohort-shop"
import { campaignFact, metricFact } from "../../../helpers/facts"
import type { StoreContext } from "../../../helpers/test-store"

const at = (time: string) => Date.parse(time)
const order = (time: string, value: number) => ({
  at: at(time),
  value,
  taken: null,
  is_canceled: false,
  currency: "gbp" as const,
  website: "site",
})

/** Three buyers whom "Sale" brought in January, and what belongs to no cohort of it. */
const BY_HAND: Buyer[] = [
  {
    id: "ann",
    campaign: "Sale",
    bought: [
      order("2025-01-05T12:00:00Z", 100),
      // Exactly 15 days later, 30 days, and a second more.
      order("2025-01-20T12:00:00Z", 50),
      order("2025-02-04T12:00:00Z", 10),
      order("2025-02-04T12:00:01Z", 7),
      order("2026-01-05T12:00:01Z", 1000),
    ],
  },
  {
    id: "ben",
    campaign: "Sale",
    bought: [
      {
        ...order("2025-01-10T12:00:00Z", 20),
        taken: { amount: 5, at: at("2025-03-01T12:00:00Z") },
      },
    ],
  },
  {
    id: "eve",
    campaign: "Sale",
    bought: [
      {
        ...order("2025-01-07T12:00:00Z", 500),
        taken: { amount: 500, at: at("2025-01-08T12:00:00Z") },
        is_canceled: true,
      },
      order("2025-01-15T12:00:00Z", 30),
    ],
  },
  {
    id: "cid",
    campaign: null,
    bought: [order("2025-01-11T12:00:00Z", 40)],
  },
  {
    id: "dan",
    campaign: "Sale",
    bought: [
      order("2024-12-20T12:00:00Z", 60),
      order("2025-01-12T12:00:00Z", 60),
    ],
  },
]
const JANUARY = { from: "2025-01-01", to: "2025-01-31" }

export default function suite({ api, getContainer }: StoreContext) {
  async function openShop(buyers: Buyer[], spend: Record<string, number>) {
    const service = adPlanning(getContainer())
    await service.campaigns.syncCampaigns(
      CAMPAIGNS.map((name) => campaignFact(`c-${name}`, name))
    )
    await service.campaigns.syncCampaignMetrics(
      Object.entries(spend).map(([name, amount]) =>
        metricFact(`c-${name}`, SPENT_ON, { spend: String(amount) })
      )
    )
    await service.touches.syncTouches(touchesOf(buyers), [])
    await service.purchases.syncPurchases(purchasesOf(buyers), [])
    await bulkResolveAttributionsWorkflow(getContainer()).run({ input: {} })
  }

  async function report(query: Record<string, string>, asOf: string | number) {
    const service = adPlanning(getContainer())
    const params = reportParams.parse({ timezone: "UTC", ...query })
    const now = new Date(asOf)
    const { request } = reportFrame(params, service.options, now, "campaign")
    const spend = await service.reports.campaignSpend(request)
    return cohortReport(
      await service.reports.cohorts(request, now),
      query.website_id ? null : spend
    )
  }
  const cohort = async (
    key: string,
    query: Record<string, string>,
    asOf: string
  ) => {
    const { cohorts } = await report(query, asOf)
    return cohorts.find((row) => row.key === key)
  }

  describe("cohorts counted by hand", () => {
    // 65 each: what the first orders and the one on day 15 bring.
    beforeEach(() => openShop(BY_HAND, { Sale: 195, Video: 10 }))

    const SALE = {
      key: "c-Sale",
      new_customers: 3,
      spend: 195,
      cac: 65,
      first_order_value: 145 / 3,
      value_30: 205 / 3,
      value_90: 212 / 3,
      value_365: 212 / 3,
      buyers_30: 3,
      buyers_90: 3,
      buyers_365: 3,
      payback_days: 15,
      is_paid_back: true,
      observed_days: 365,
    }

    it("when everybody's year is over", async () => {
      expect(await cohort("c-Sale", JANUARY, "2026-06-01")).toEqual(SALE)
      expect(
        await cohort("(direct or unknown)", JANUARY, "2026-06-01")
      ).toMatchObject({
        new_customers: 1,
        spend: 0,
        cac: 0,
        value_365: 40,
        payback_days: null,
        is_paid_back: null,
      })
      expect(await cohort("c-Video", JANUARY, "2026-06-01")).toMatchObject({
        new_customers: 0,
        spend: 10,
        cac: null,
        first_order_value: null,
        value_30: null,
        buyers_30: 0,
        is_paid_back: null,
        observed_days: null,
      })
    })

    it("with corrections on their own day", async () => {
      const basis = { ...JANUARY, basis: "refund_date" }
      expect(await cohort("c-Sale", basis, "2026-06-01")).toEqual({
        ...SALE,
        value_30: 210 / 3,
      })
    })

    it("when only one of them has 30 days behind her", async () => {
      expect(
        await cohort("c-Sale", JANUARY, "2025-02-06T00:00:00Z")
      ).toMatchObject({
        new_customers: 3,
        value_30: 160,
        buyers_30: 1,
        value_90: null,
        buyers_90: 0,
        // 145 / 3 on the first day, and 50 / 3 on the fifteenth.
        payback_days: 15,
        observed_days: 31,
      })
    })

    it("does not pay back before the day has come, or at all", async () => {
      expect(
        await cohort("c-Sale", JANUARY, "2025-01-20T11:59:59Z")
      ).toMatchObject({ payback_days: null, is_paid_back: false })
      await adPlanning(getContainer()).campaigns.syncCampaignMetrics([
        metricFact("c-Sale", SPENT_ON, { spend: "213" }),
      ])
      expect(await cohort("c-Sale", JANUARY, "2026-06-01")).toMatchObject({
        cac: 71,
        payback_days: null,
        is_paid_back: false,
      })
    })

    it("without a day, or with all of it, of what cannot be followed", async () => {
      await sql(
        getContainer(),
        `UPDATE conversion SET email_hash = NULL, person_id = NULL, erased_at = now()
            WHERE email_hash = 'ann'`
      )
      expect(await cohort("c-Sale", JANUARY, "2026-06-01")).toMatchObject({
        new_customers: 3,
        cac: 65,
        buyers_365: 2,
        value_365: 22.5,
        first_order_value: 22.5,
      })
    })

    it("over HTTP", async () => {
      const { headers } = await adminHeaders(getContainer())
      const query = new URLSearchParams({ ...JANUARY, timezone: "UTC" })
      const { data } = await api.get(
        `/admin/ad-planning/attribution/cohorts?${query}`,
        { headers }
      )
      const [sale] = data.cohorts
      expect(sale).toEqual({ ...SALE, name: "Sale" })
      // The same people and the same cost as in the campaigns' own report.
      const { data: dashboard } = await api.get(
        `/admin/ad-planning/dashboard/roi?${query}`,
        { headers }
      )
      const acquired = (row: Record<string, unknown>) => [
        row.name,
        row.new_customers,
        row.spend,
        row.cac,
      ]
      expect(data.cohorts.map(acquired).toSorted()).toEqual(
        dashboard.roi.map(acquired).toSorted()
      )
      expect(acquired(data.totals)).toEqual(acquired(dashboard.totals))
      expect(data).toMatchObject({
        totals: { new_customers: 4, spend: 205, cac: 205 / 4 },
        unconverted: [],
        model: "last_touch",
        currency: "gbp",
        spend_complete_through: SPENT_ON,
        history_starts_at: "2024-12-20T12:00:00.000Z",
        period: { from_date: "2025-01-01", to_date: "2025-01-31" },
        as_of: expect.any(String),
      })
      expect(data.cohorts.map((row: { key: string }) => row.key)).toEqual([
        "c-Sale",
        "c-Video",
        "(unresolved campaign)",
        "(no campaign)",
        "(direct or unknown)",
      ])
    })
  })

  it("agrees with buyers read one by one, for any shop, period, moment and basis", async () => {
    const random = randomFor("cohorts")
    const buyers = anyBuyers(random, 150)
    const spend = { Sale: 900, Video: 2_500 }
    await openShop(buyers, spend)
    const questions: CohortQuestion[] = [
      ["2025-01-01", "2025-07-01", "2026-12-01", false],
      ["2025-01-01", "2025-07-01", "2025-07-01", false],
      ["2025-01-01", "2025-07-01", "2025-07-01", true],
      ["2025-01-10", "2025-04-05", "2025-08-03", true],
      ["2025-01-31", "2025-02-01", "2025-03-07", false],
    ].map(([from, to, as_of, byRefund]) => ({
      from: at(`${from}`),
      to: at(`${to}`),
      as_of: at(`${as_of}`),
      byRefund: Boolean(byRefund),
      spend,
    }))
    questions.push({ ...questions[1]!, website: "other" })
    const lost = new Set<string>()
    for (const question of questions) {
      const { cohorts, totals, unconverted } = await report(
        {
          from: new Date(question.from).toISOString(),
          to: new Date(question.to).toISOString(),
          basis: question.byRefund ? "refund_date" : "order_date",
          ...(question.website ? { website_id: question.website } : {}),
        },
        question.as_of
      )
      const answer = (key: string) => {
        const found = cohorts.find((row) => row.key === key)
        const { key: _key, observed_days: _days, ...figures } = found!
        return rounded(figures)
      }
      expect([question, answer("(direct or unknown)")]).toEqual([
        question,
        rounded(readCohort(buyers, question, null)),
      ])
      for (const name of Object.keys(spend)) {
        expect([question, name, answer(`c-${name}`)]).toEqual([
          question,
          name,
          rounded(readCohort(buyers, question, name)),
        ])
      }
      const { observed_days: _days, ...shop } = totals
      expect([question, rounded(shop)]).toEqual([
        question,
        rounded(readCohort(buyers, question, undefined)),
      ])
      for (const { currency } of unconverted) {
        lost.add(currency)
      }
    }
    expect([...lost]).toEqual(["usd"])
  })
}

const rounded = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === "number" ? Math.round(value * 1e8) / 1e8 : value,
    ])
  )
