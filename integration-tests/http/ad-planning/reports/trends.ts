import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import {
  campaignFact,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

interface Bucket extends Record<string, unknown> {
  date: string
  from: string
  to: string
  is_spend_complete: boolean
  revenue: number
  purchases: number
}

const money = (value: string, net = value) => ({
  money: {
    value: { amount: value, tax: "0", shipping: "0", discount: "0" },
    net: { amount: net, tax: "0", shipping: "0" },
    adjustments:
      net === value
        ? []
        : [
            {
              source_type: "credit_line" as const,
              source_id: "credit_1",
              amount: `${Number(net) - Number(value)}`,
              tax_amount: "0",
              shipping_amount: "0",
              occurred_at: new Date("2026-10-20T12:00:00Z"),
            },
          ],
  },
})

// London's clocks go back on 25 October.
const PURCHASES = [
  { ...money("7"), converted_at: "2026-09-30T22:59:59.999Z" },
  { ...money("10"), converted_at: "2026-09-30T23:00:00.000Z" },
  { ...money("20.1"), converted_at: "2026-10-04T22:59:59.999Z" },
  { ...money("30.2"), converted_at: "2026-10-04T23:00:00.000Z" },
  { ...money("100", "60"), converted_at: "2026-10-05T12:00:00.000Z" },
  { ...money("50"), converted_at: "2026-10-24T23:30:00.000Z" },
  { ...money("51"), converted_at: "2026-10-25T23:30:00.000Z" },
  { ...money("52"), converted_at: "2026-10-26T00:00:00.000Z" },
  { ...money("70"), converted_at: "2026-10-31T23:59:59.999Z" },
  { ...money("80"), converted_at: "2026-11-01T00:00:00.000Z" },
  {
    ...money("9000"),
    currency: "jpy",
    fx: null,
    converted_at: "2026-10-06T12:00:00.000Z",
  },
  {
    ...money("500", "0"),
    canceled_at: new Date("2026-10-08T12:00:00Z"),
    converted_at: "2026-10-07T12:00:00.000Z",
  },
].map(({ converted_at, ...fact }, index) =>
  purchaseFact(`order_${index}`, {
    ...fact,
    converted_at: new Date(converted_at),
    email_hash: `buyer-${index}`,
    visitor_id: index % 2 ? "v1" : null,
  })
)

const SUMMED = [
  "revenue",
  "spend",
  "purchases",
  "leads",
  "goals",
  "conversions",
  "new_customers",
  "impressions",
  "clicks",
  "claimed_conversions",
  "claimed_value",
  "unidentified_purchases",
]

const sumOf = (buckets: Bucket[], figure: string) =>
  buckets.reduce((sum, bucket) => sum + Number(bucket[figure] ?? 0), 0)

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns([campaignFact("c-sale", "Sale")])
    await service.campaigns.syncCampaignMetrics(
      ["09-30", "10-01", "10-04", "10-05", "10-25", "10-26"].map((day) =>
        metricFact("c-sale", `2026-${day}`)
      )
    )
    await service.touches.syncTouches(
      [touchFact("s1", { visitor_id: "v1" })].map((touch) => ({
        ...touch,
        started_at: new Date("2026-09-29T12:00:00Z"),
      })),
      []
    )
    await service.purchases.syncPurchases(PURCHASES, [])
    await bulkResolveAttributionsWorkflow(container).run({ input: {} })
  })

  const get = async (path: string) => {
    const { status, data } = await api.get(
      `/admin/ad-planning/dashboard${path}`,
      admin
    )
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const OCTOBER = "from=2026-10-01&to=2026-10-31"

  itAll(
    "add up to the report, whatever it is asked for",
    [
      "",
      "&basis=refund_date",
      "&timezone=Asia/Kathmandu",
      "&currency=eur",
      "&platform=meta",
      "&website_id=site",
      "&compare=previous_period",
      "&compare=previous_year",
    ].flatMap((query) =>
      ["day", "week", "month"].map((interval): [string, string] => [
        query,
        interval,
      ])
    ),
    async (query, interval) => {
      const roi = await get(`/roi?${OCTOBER}${query}`)
      const { trends, previous_trends, ...frame } = await get(
        `/trends?${OCTOBER}${query}&interval=${interval}`
      )
      for (const [buckets, totals, period] of [
        [trends, roi.totals, roi.period],
        [previous_trends, roi.previous_totals, roi.compare_period],
      ]) {
        if (totals === null) {
          expect(buckets).toBeNull()
          continue
        }
        for (const figure of SUMMED) {
          expect([figure, sumOf(buckets, figure).toFixed(6)]).toEqual([
            figure,
            Number(totals[figure] ?? 0).toFixed(6),
          ])
        }
        expect(buckets[0].from).toBe(period.from)
        expect(buckets.at(-1).to).toBe(period.to)
        expect(Object.keys(buckets[0])).toEqual([
          "date",
          "from",
          "to",
          "is_spend_complete",
          ...Object.keys(totals),
        ])
      }
      // The frame is that of the whole period.
      const { roi: _rows, totals: _t, previous_totals: _p, ...other } = roi
      expect(frame).toEqual({
        ...other,
        interval,
        as_of: expect.any(String),
      })
    }
  )

  it("are by day, week or month of the report's zone", async () => {
    const days = await get(`/trends?${OCTOBER}`)
    expect(days.interval).toBe("day")
    expect(days.trends).toHaveLength(31)
    const busy = (days.trends as Bucket[])
      .filter(({ purchases }) => purchases > 0)
      .map(({ date, revenue, purchases }) => [date, revenue, purchases])
    expect(busy).toEqual([
      ["2026-10-01", 10, 1],
      ["2026-10-04", 20.1, 1],
      ["2026-10-05", 90.2, 2],
      ["2026-10-06", 0, 1],
      ["2026-10-25", 101, 2],
      ["2026-10-26", 52, 1],
      ["2026-10-31", 70, 1],
    ])
    expect(days.trends[24]).toMatchObject({
      date: "2026-10-25",
      from: "2026-10-24T23:00:00.000Z",
      to: "2026-10-26T00:00:00.000Z",
      spend: 12.5,
      is_spend_complete: true,
      mer: 101 / 12.5,
    })
    // Spend is known up to 26 October: no ratio after it.
    expect(days.spend_complete_through).toBe("2026-10-26")
    expect(days.trends[25].is_spend_complete).toBe(true)
    expect(days.trends[26].is_spend_complete).toBe(false)
    expect(days.trends[30]).toMatchObject({ revenue: 70, mer: null })

    const weeks = await get(`/trends?${OCTOBER}&interval=week`)
    const figures = (weeks.trends as Bucket[]).map((bucket) => [
      bucket.date,
      bucket.revenue,
      bucket.spend,
      bucket.is_spend_complete,
    ])
    expect(figures).toEqual([
      ["2026-10-01", 30.1, 25, true],
      ["2026-10-05", 90.2, 12.5, true],
      ["2026-10-12", 0, 0, true],
      ["2026-10-19", 101, 12.5, true],
      ["2026-10-26", 122, 12.5, false],
    ])

    const months = await get("/trends?from=2026-09-15&to=2026-11-15")
    expect(months.interval).toBe("day")
    const asked = await get(
      "/trends?from=2026-09-15&to=2026-11-15&interval=month"
    )
    expect(
      (asked.trends as Bucket[]).map(({ date, revenue }) => [date, revenue])
    ).toEqual([
      ["2026-09-15", 7],
      ["2026-10-01", expect.closeTo(343.3, 9)],
      ["2026-11-01", 80],
    ])
    const weekly = await get("/trends?from=2026-09-14&to=2026-11-15")
    expect(weekly.interval).toBe("week")
    const monthly = await get("/trends?from=2025-11-10&to=2026-11-15")
    expect(monthly.interval).toBe("month")
  })

  it("have the former period's buckets beside them", async () => {
    const data = await get(
      "/trends?from=2026-10-05&to=2026-10-06&compare=previous_period"
    )
    const shown = (buckets: Bucket[]) =>
      buckets.map(({ date, revenue, spend }) => [date, revenue, spend])
    expect(shown(data.trends)).toEqual([
      ["2026-10-05", 90.2, 12.5],
      ["2026-10-06", 0, 0],
    ])
    expect(shown(data.previous_trends)).toEqual([
      ["2026-10-03", 0, 0],
      ["2026-10-04", 20.1, 12.5],
    ])
    expect(data.unconverted).toEqual([
      { currency: "jpy", revenue: 9000, spend: 0, purchases: 1 },
    ])
  })

  it("are at most 400, those of the former period as many as there are", async () => {
    // From 29 February 2024; the 28th a year before is 401 days from its end.
    const data = await get(
      "/trends?from=2024-02-29&to=2025-04-03&interval=day&compare=previous_year"
    )
    expect(data.trends).toHaveLength(400)
    expect(data.previous_trends).toHaveLength(401)
  })
}
