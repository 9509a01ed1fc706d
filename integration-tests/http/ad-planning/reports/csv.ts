import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { parse } from "csv-parse/sync"
import {
  ATTRIBUTION_CSV_ORDERS,
  ATTRIBUTION_FIELDS,
} from "../../../../src/api/admin/ad-planning/attribution/query-config"
import {
  CONVERSION_CSV_ORDERS,
  CONVERSION_FIELDS,
} from "../../../../src/api/admin/ad-planning/conversions/query-config"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning, sql } from "../../../helpers/ad-planning"
import {
  campaignFact,
  HOSTILE_TEXTS,
  metricFact,
  purchaseFact,
  touchFact,
} from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

type Row = Record<string, unknown>

const FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
const TEXTS = [...FORMULAS, ...HOSTILE_TEXTS]
const CONVERSIONS = 2_500
const AT = new Date("2026-10-02T12:00:00Z")

/** Half of them at one instant, the others a minute apart. */
const PURCHASES = Array.from({ length: CONVERSIONS }, (_, index) =>
  purchaseFact(`order_${index}`, {
    converted_at:
      index % 2 ? AT : new Date(AT.getTime() + (index - 1_000) * 60_000),
    visitor_id: index % 3 ? `v-${index % TEXTS.length}` : null,
    website_id: index % 5 ? "site" : "other",
    email_hash: `buyer-${index % 400}`,
    // What corrections took is more than the order was: a negative net value.
    ...(index === 4
      ? {
          money: {
            value: { amount: "10", tax: "0", shipping: "0", discount: "0" },
            net: { amount: "-2.5", tax: "0", shipping: "0" },
            adjustments: [],
          },
        }
      : {}),
  })
)

/** A value of a JSON answer as a cell. */
function cell(value: unknown): string {
  if (value === null || value === undefined) {
    return ""
  }
  if (typeof value === "string") {
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns(
      FORMULAS.map((name, index) => campaignFact(`c-${index}`, name))
    )
    await service.campaigns.syncCampaignMetrics([
      metricFact("c-0", "2026-10-20"),
    ])
    await service.touches.syncTouches(
      TEXTS.map((text, index) =>
        touchFact(`s-${index}`, {
          visitor_id: `v-${index}`,
          utm_campaign: text,
          utm_source: text,
          click_ids: { gclid: text },
        })
      ),
      []
    )
    await service.purchases.syncPurchases(PURCHASES, [])
    await bulkResolveAttributionsWorkflow(container).run({ input: {} })
  })

  const ask = (path: string, accept: string) =>
    api.get(`/admin/ad-planning${path}`, {
      ...admin,
      headers: { ...admin.headers, accept },
    })
  const json = async (path: string) => {
    const { status, data } = await ask(path, "application/json")
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const csv = async (path: string) => {
    const { status, data, headers } = await ask(path, "text/csv")
    expect([status, headers["content-type"]]).toEqual([
      200,
      "text/csv; charset=utf-8",
    ])
    const [header = [], ...lines] = parse(data) as string[][]
    return { header, lines, name: headers["content-disposition"] }
  }
  const idsOf = async (path: string) => {
    const { header, lines } = await csv(path)
    const at = header.indexOf("id")
    return lines.map((line) => line[at])
  }

  const OCTOBER = "from=2026-10-01&to=2026-10-31"
  const attachment = (name: string) => `attachment; filename="${name}.csv"`

  itAll(
    "a report's table is the rows of its JSON, with their currency",
    [
      [`/dashboard/roi?${OCTOBER}`, "roi", "roi"],
      [`/dashboard/trends?${OCTOBER}&interval=week`, "trends", "trends"],
      [`/attribution/stats?${OCTOBER}`, "stats", "attribution-stats"],
      [`/attribution/cohorts?${OCTOBER}`, "cohorts", "cohorts"],
      [`/attribution/claimed?${OCTOBER}`, "campaigns", "claimed"],
      [
        `/attribution/data-driven?${OCTOBER}`,
        "states",
        "attribution-data-driven",
      ],
      [
        `/attribution/stats?${OCTOBER}&group_by=source`,
        "stats",
        "attribution-stats",
      ],
    ],
    async (path, key, file) => {
      const { [key]: answered, currency } = await json(path!)
      const rows = (answered as Row[]).map(
        ({ previous: _previous, ...row }) => row
      )
      const { header, lines, name } = await csv(path!)
      expect(name).toBe(attachment(`ad-planning-${file}-2026-10-01-2026-10-31`))
      expect(header).toEqual([...Object.keys(rows[0]!), "currency"])
      expect(lines).toEqual(
        rows.map((row) => [...Object.values(row).map(cell), currency])
      )
    }
  )

  it("models side by side are in columns of their own", async () => {
    const query = `/attribution/compare?${OCTOBER}&models=linear,last_touch`
    const { rows, currency } = await json(query)
    const { header, lines, name } = await csv(query)
    expect(name).toBe(
      attachment("ad-planning-attribution-compare-2026-10-01-2026-10-31")
    )
    const figures = [
      "revenue",
      "purchases",
      "leads",
      "goals",
      "conversions",
      "new_customers",
      "roas",
      "cac",
    ]
    expect(header).toEqual([
      "key",
      "name",
      "spend",
      ...figures.map((figure) => `linear_${figure}`),
      ...figures.map((figure) => `last_touch_${figure}`),
      "currency",
    ])
    expect(lines.length).toBeGreaterThan(1)
    expect(lines).toEqual(
      (rows as (Row & { models: Record<string, Row> })[]).map(
        ({ key, name: campaign, spend, models }) =>
          [
            key,
            campaign,
            spend,
            ...figures.map((figure) => models.linear![figure]),
            ...figures.map((figure) => models.last_touch![figure]),
            currency,
          ].map(cell)
      )
    )
  })

  it("a comparison is in columns of its own, of a trend in rows", async () => {
    const query = "from=2026-10-02&to=2026-10-03&compare=previous_period"
    const { roi } = await json(`/dashboard/roi?${query}`)
    const table = await csv(`/dashboard/roi?${query}`)
    const { previous, ...row } = roi[0]
    const { key: _key, ...former } = previous
    expect(table.header).toEqual([
      ...Object.keys(row),
      ...Object.keys(former).map((name) => `previous_${name}`),
      "currency",
    ])
    expect(table.lines[0]).toEqual([
      ...Object.values(row).map(cell),
      ...Object.values(former).map(cell),
      "gbp",
    ])
    expect(former.revenue).toBeGreaterThan(0)

    const { trends, previous_trends } = await json(`/dashboard/trends?${query}`)
    const { header, lines } = await csv(`/dashboard/trends?${query}`)
    expect(header).toEqual(["period", ...Object.keys(trends[0]), "currency"])
    expect(lines).toEqual([
      ...trends.map((bucket: Row) => [
        "current",
        ...Object.values(bucket).map(cell),
        "gbp",
      ]),
      ...previous_trends.map((bucket: Row) => [
        "previous",
        ...Object.values(bucket).map(cell),
        "gbp",
      ]),
    ])
  })

  it("is JSON for who does not ask for CSV", async () => {
    for (const accept of ["*/*", "text/html,*/*;q=0.8", "image/png", ""]) {
      const { status, data } = await ask("/conversions?limit=1", accept)
      expect([accept, status, data.count]).toEqual([accept, 200, CONVERSIONS])
    }
    const { headers } = await ask(
      "/attribution?limit=1",
      "text/csv, application/json;q=0.5"
    )
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8")
    expect(headers.vary).toContain("Accept")
  })

  it("a list is whole, in order, and as in its JSON", async () => {
    const { header, lines, name } = await csv("/conversions?limit=1&offset=9")
    expect(name).toMatch(
      /^attachment; filename="ad-planning-conversions-\d{4}-\d\d-\d\d\.csv"$/
    )
    expect(header).toEqual([...CONVERSION_FIELDS])
    expect(lines).toHaveLength(CONVERSIONS)
    const ids = lines.map((line) => line[0])
    expect(new Set(ids).size).toBe(CONVERSIONS)
    const times = lines.map((line) => line[header.indexOf("converted_at")])
    expect(times).toEqual(times.toSorted().toReversed())

    const answered = new Map<string, string[]>()
    for (let offset = 0; offset < CONVERSIONS; offset += 200) {
      const { conversions } = await json(
        `/conversions?order=id&limit=200&offset=${offset}`
      )
      for (const row of conversions as Row[]) {
        answered.set(
          `${row.id}`,
          CONVERSION_FIELDS.map((field) => cell(row[field]))
        )
      }
    }
    expect(lines).toEqual(ids.map((id) => answered.get(`${id}`)))
    const negative = lines.filter((line) => line.includes("-2.5"))
    expect(negative).toHaveLength(1)
  })

  it("keeps filters, fields and order, also of times with microseconds", async () => {
    await sql(
      getContainer(),
      `UPDATE conversion SET converted_at = converted_at
           + (SUBSTRING(order_id FROM 7)::int % 700) * interval '1 microsecond'`
    )
    const { header, lines } = await csv(
      "/conversions?website_id=other&converted_at[$gte]=2026-10-02&order=converted_at&fields=order_id,converted_at,order_id"
    )
    expect(header).toEqual(["id", "order_id", "converted_at"])
    const expected = await sql<{ order_id: string }>(
      getContainer(),
      `SELECT order_id FROM conversion
          WHERE website_id = 'other' AND converted_at >= '2026-10-02'`
    )
    expect(lines.map((line) => line[1]).toSorted()).toEqual(
      expected.map(({ order_id }) => order_id).toSorted()
    )
    const times = lines.map((line) => line[2])
    expect(times).toEqual(times.toSorted())

    const all = await sql<{ id: string }>(
      getContainer(),
      "SELECT id FROM conversion"
    )
    const sorted = all.map(({ id }) => id).toSorted()
    const orders = CONVERSION_CSV_ORDERS.map((column, index) =>
      index % 2 ? column : `-${column}`
    )
    for (const order of orders) {
      const ids = await idsOf(`/conversions?fields=id&order=${order}`)
      expect([order, ids.toSorted()]).toEqual([order, sorted])
    }
  })

  it("leaves no formula in a list of touches, by any order", async () => {
    const { header, lines } = await csv("/attribution?order=id")
    expect(header).toEqual([...ATTRIBUTION_FIELDS])
    const { attributions } = await json("/attribution?order=id&limit=200")
    expect(lines).toEqual(
      (attributions as Row[]).map((row) =>
        ATTRIBUTION_FIELDS.map((field) => cell(row[field]))
      )
    )
    const utms = lines.map((line) => line[header.indexOf("utm_campaign")]!)
    expect(utms.filter((utm) => /^[=+\-@\t\r]/.test(utm))).toEqual([])
    const valueOf = new Map((attributions as Row[]).map((row) => [row.id, row]))
    for (const column of ATTRIBUTION_CSV_ORDERS) {
      const order = `/attribution?order=-${column}&limit=200&fields=${column}`
      const ids = await idsOf(order)
      const { attributions: ordered } = await json(order)
      expect(new Set(ids).size).toBe(TEXTS.length)
      expect(ids.map((id) => valueOf.get(id)?.[column])).toEqual(
        (ordered as Row[]).map((row) => row[column])
      )
    }
  })

  it("refuses an order with nothing in some rows", async () => {
    for (const [path, orders] of [
      ["/conversions?order=net_value", CONVERSION_CSV_ORDERS],
      ["/conversions?order=-canceled_at", CONVERSION_CSV_ORDERS],
      ["/attribution?order=session_id", ATTRIBUTION_CSV_ORDERS],
      ["/attribution?order=-click_ids", ATTRIBUTION_CSV_ORDERS],
    ] as const) {
      const { status, data } = await ask(path, "text/csv")
      expect([status, data]).toEqual([
        400,
        {
          type: "invalid_data",
          message: `Invalid request: Field 'order': of a CSV must be one of: ${orders.join(", ")}`,
        },
      ])
    }
  })

  it("is an error before the first row, and broken off after it", async () => {
    const container = getContainer()
    const logged = jest
      .spyOn(container.resolve(ContainerRegistrationKeys.LOGGER), "error")
      .mockImplementation(() => {})
    const service = adPlanning(container)
    const list = service.listConversions.bind(service)
    const spy = jest.spyOn(service, "listConversions")
    try {
      spy.mockRejectedValueOnce(new Error("gone"))
      const { status, headers } = await ask("/conversions", "text/csv")
      expect(status).toBe(500)
      expect(headers["content-type"]).toContain("application/json")

      logged.mockClear()
      spy.mockImplementationOnce(list).mockRejectedValueOnce(new Error("gone"))
      await expect(ask("/conversions", "text/csv")).rejects.toThrow("aborted")
      expect(logged.mock.calls).toEqual([
        [expect.stringMatching(/conversions broken off: gone$/)],
      ])
    } finally {
      spy.mockRestore()
      logged.mockRestore()
    }
  })
}
