import { parse } from "csv-parse/sync"
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

type Row = Record<string, unknown>

const money = (value: string) => ({
  money: {
    value: { amount: value, tax: "0", shipping: "0", discount: "0" },
    net: { amount: value, tax: "0", shipping: "0" },
    adjustments: [],
  },
})

/** Purchases of each campaign's one visitor, and its spend. */
const CAMPAIGNS: [
  name: string,
  purchases: number,
  value: string,
  spend: string,
][] = [
  ["Large", 40, "10", "200"],
  ["=Small", 2, "300", "10"],
  ["Twin b", 30, "5", "50"],
  ["Twin a", 30, "5", "50"],
  ["Unpaid", 30, "4", ""],
  ["Idle", 0, "", "70"],
]
const PERIOD = "from=2026-10-01&to=2026-10-31"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns(
      CAMPAIGNS.map(([name]) => campaignFact(`c-${name}`, name))
    )
    await service.campaigns.syncCampaignMetrics(
      CAMPAIGNS.filter(([, , , spend]) => spend !== "").map(
        ([name, , , spend]) => metricFact(`c-${name}`, "2026-10-20", { spend })
      )
    )
    await service.touches.syncTouches(
      [...CAMPAIGNS.map(([name]) => name), "Nobody knows"].map((name) =>
        touchFact(`s-${name}`, { visitor_id: name, utm_campaign: name })
      ),
      []
    )
    const bought: [string, number, string][] = [
      ...CAMPAIGNS.map(([name, purchases, value]): [string, number, string] => [
        name,
        purchases,
        value,
      ]),
      ["Nobody knows", 50, "99"],
      ["direct", 50, "99"],
    ]
    await service.purchases.syncPurchases(
      bought.flatMap(([name, purchases, value]) =>
        Array.from({ length: purchases }, (_, index) =>
          purchaseFact(`order_${name}_${index}`, {
            ...money(value),
            visitor_id: name,
            email_hash: `${name} ${index % 20}`,
          })
        )
      ),
      []
    )
    await bulkResolveAttributionsWorkflow(container).run({ input: {} })
  })

  const get = async (path: string, accept = "application/json") => {
    const { status, data, headers } = await api.get(
      `/admin/ad-planning/dashboard${path}`,
      { ...admin, headers: { ...admin.headers, accept } }
    )
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return { data, headers }
  }
  const names = (rows: Row[]) => rows.map(({ name }) => name)

  it("ranks real campaigns by revenue unless asked otherwise", async () => {
    const { data } = await get(`/top-performers?${PERIOD}`)
    const { data: roi } = await get(`/roi?${PERIOD}`)
    const rowOf = (name: string) => {
      const row = roi.roi.find((other: Row) => other.name === name)
      const { previous, ...figures } = row
      expect(previous).toBeNull()
      return figures
    }
    expect(data.top_performers).toEqual(
      ["=Small", "Large", "Twin a", "Twin b", "Unpaid", "Idle"].map(
        (name, index) => ({ rank: index + 1, ...rowOf(name) })
      )
    )
    const { roi: _rows, totals: _t, previous_totals: _p, ...frame } = roi
    expect(data).toEqual({
      top_performers: expect.any(Array),
      thin: [],
      unranked: [],
      metric: "revenue",
      minimum_conversions: 30,
      ...frame,
      as_of: expect.any(String),
    })
    expect(frame.period.from_date).toBe("2026-10-01")
  })

  it("ranks by ratios only what has 30 conversions and spend", async () => {
    const ranking = async (query: string) => {
      const { data } = await get(`/top-performers?${PERIOD}&${query}`)
      return [
        names(data.top_performers),
        data.thin.map((row: Row) => [row.name, row.observed, row.required]),
        names(data.unranked),
      ]
    }
    const THIN = [
      ["=Small", 2, 30],
      ["Idle", 0, 30],
    ]
    const best = ["Twin a", "Twin b", "Large"]
    expect(await ranking("metric=roas")).toEqual([best, THIN, ["Unpaid"]])
    expect(await ranking("metric=roi&limit=1")).toEqual([
      ["Twin a"],
      THIN,
      ["Unpaid"],
    ])
    expect(await ranking("metric=cpa")).toEqual([best, THIN, ["Unpaid"]])
    expect(await ranking("metric=purchases&limit=2")).toEqual([
      ["Large", "Twin a"],
      [],
      [],
    ])
    // No platform says for which website it spent.
    expect(await ranking("metric=cpa&website_id=site")).toEqual([
      [],
      [["=Small", 2, 30]],
      ["Large", "Twin a", "Twin b", "Unpaid"],
    ])
  })

  it("is one table as CSV, with its header even where nothing is ranked", async () => {
    const { data: json } = await get(`/top-performers?${PERIOD}&limit=2`)
    const { data: csv, headers } = await get(
      `/top-performers?${PERIOD}&limit=2`,
      "text/csv"
    )
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
    expect(headers["content-disposition"]).toBe(
      'attachment; filename="ad-planning-top-performers-2026-10-01-2026-10-31.csv"'
    )
    const lines: string[][] = parse(csv)
    expect(lines).toEqual([
      [...Object.keys(json.top_performers[0]), "currency"],
      ...json.top_performers.map((row: Row) => [
        ...Object.values(row).map((value) =>
          value === null ? "" : String(value).replace(/^=/, "'=")
        ),
        "gbp",
      ]),
    ])
    const { data: none } = await get(
      "/top-performers?from=2025-10-01&to=2025-10-31",
      "text/csv"
    )
    expect(parse(none)).toEqual([lines[0]])
  })
}
