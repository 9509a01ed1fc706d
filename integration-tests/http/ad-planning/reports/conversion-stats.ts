import { parse } from "csv-parse/sync"
import { CONVERSION_TYPES } from "../../../../src/modules/ad-planning/types"
import { randomFor } from "../../../../src/scripts/demo/random"
import { bulkResolveAttributionsWorkflow } from "../../../../src/workflows/ad-planning/attribution/bulk-resolve-attributions"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { campaignFact, purchaseFact, touchFact } from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

const OCTOBER = "from=2026-10-01&to=2026-10-31"
const GROUPS = ["day", "week", "month", "type", "platform", "campaign"]
const SUMMED = [
  "conversions",
  "purchases",
  "leads",
  "goals",
  "events",
  "revenue",
  "value",
  "first_purchases",
] as const
type Row = Record<(typeof SUMMED)[number], number> & {
  key: string
  name?: string
  from?: string
  to?: string
}

const HOUR_MS = 3_600_000
const PURCHASES = 80
const OTHERS = 200
const VISITORS = ["ads", "organic", "unresolved", "direct"]
const CURRENCIES: [string, { currency: string; rate: string } | null][] = [
  ["gbp", { currency: "gbp", rate: "1" }],
  ["eur", { currency: "gbp", rate: "0.875" }],
  ["jpy", null],
]

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  const ask = (path: string, accept = "application/json") =>
    api.get(`/admin/ad-planning${path}`, {
      ...admin,
      headers: { ...admin.headers, accept },
    })
  const get = async (path: string) => {
    const { status, data } = await ask(path)
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const stats = (query: string) => get(`/conversions/stats?${query}`)
  const totalOf = (rows: Row[], figure: (typeof SUMMED)[number]) =>
    rows.reduce((sum, row) => sum + row[figure], 0)

  beforeAll(async () => {
    const container = getContainer()
    const service = adPlanning(container)
    const random = randomFor("conversion-stats")
    const when = () =>
      new Date(
        Date.parse("2026-09-28T00:00:00Z") +
          random.int(0, 36 * 24 * 60) * 60_000
      )
    admin = await adminHeaders(container)
    await service.campaigns.syncCampaigns([campaignFact("c-sale", "Sale")])
    const started_at = new Date("2026-09-27T10:00:00Z")
    await service.touches.syncTouches(
      [
        touchFact("s-ads", {
          visitor_id: "ads",
          platform: "meta",
          is_paid: true,
          started_at,
        }),
        touchFact("s-organic", {
          visitor_id: "organic",
          platform: "google",
          utm_campaign: null,
          claims_campaign: false,
          started_at,
        }),
        touchFact("s-unresolved", {
          visitor_id: "unresolved",
          utm_campaign: "Nobody knows",
          started_at,
        }),
      ],
      []
    )
    await bulkResolveAttributionsWorkflow(container).run({ input: {} })
    const touches = await service.listCampaignAttributions({})
    await service.purchases.syncPurchases(
      Array.from({ length: PURCHASES }, (_, index) => {
        const [currency, fx] = random.pick(CURRENCIES)
        const converted_at = when()
        const value = random.int(10, 90)
        const refund = random.chance(0.3) ? random.int(1, 9) : 0
        return purchaseFact(`order_${index}`, {
          converted_at,
          currency,
          fx,
          visitor_id: random.pick(VISITORS),
          email_hash: `buyer-${random.int(1, 20)}`,
          website_id: random.pick(["site", "other"]),
          canceled_at: random.chance(0.1) ? converted_at : null,
          money: {
            value: {
              amount: `${value}`,
              tax: "0",
              shipping: "0",
              discount: "0",
            },
            net: { amount: `${value - refund}`, tax: "0", shipping: "0" },
            adjustments:
              refund === 0
                ? []
                : [
                    {
                      source_type: "credit_line",
                      source_id: `credit_${index}`,
                      amount: `${-refund}`,
                      tax_amount: "0",
                      shipping_amount: "0",
                      occurred_at: new Date(+converted_at + 50 * HOUR_MS),
                    },
                  ],
          },
        })
      }),
      []
    )
    await service.createConversionGoals(
      [true, false].map((is_primary) => ({
        id: is_primary ? "g-primary" : "g-other",
        name: "Goal",
        goal_type: "custom_event" as const,
        conditions: {},
        is_primary,
      }))
    )
    await service.createConversions(
      Array.from({ length: OTHERS }, (_, index) => {
        const [currency, fx] = random.pick(CURRENCIES)
        const touch = random.pick([...touches, null])
        return {
          conversion_type: random.pick(
            CONVERSION_TYPES.filter((type) => type !== "purchase")
          ),
          source: "pixel" as const,
          idempotency_key: `other:${index}`,
          converted_at: when(),
          goal_id: random.pick(["g-primary", "g-other", null]),
          website_id: random.pick(["site", "other"]),
          ...(random.chance(0.6)
            ? {
                conversion_value: random.int(1, 50),
                currency,
                fx_currency: fx?.currency ?? null,
                fx_rate: fx && Number(fx.rate),
                fx_date: "2026-10-05",
              }
            : {}),
          attribution_id: touch?.id ?? null,
          ad_campaign_id: touch?.ad_campaign_id ?? null,
          platform: touch?.platform ?? null,
          is_paid: touch?.is_paid ?? null,
          claims_campaign: touch?.claims_campaign ?? null,
        }
      })
    )
  })

  itAll(
    "rows add up to the totals, by whatever they are grouped",
    GROUPS.flatMap((group) =>
      [
        "",
        "&basis=refund_date",
        "&timezone=Europe/Berlin",
        "&currency=eur",
        "&platform=meta",
        "&website_id=other",
        "&conversion_type=custom&conversion_type=purchase",
      ].map((query): [string, string] => [group, query])
    ),
    async (group, query) => {
      const answer = await stats(`${OCTOBER}&group_by=${group}${query}`)
      for (const figure of SUMMED) {
        expect([figure, totalOf(answer.stats, figure).toFixed(6)]).toEqual([
          figure,
          answer.totals[figure].toFixed(6),
        ])
        // So that the test means something.
        if (query === "") {
          expect([figure, answer.totals[figure] > 0]).toEqual([figure, true])
        }
      }
      // The totals do not depend on the grouping.
      const by = await stats(`${OCTOBER}&group_by=type${query}`)
      expect(answer.totals).toEqual(by.totals)
      expect(answer.unconverted).toEqual(by.unconverted)
      expect(answer.group_by).toBe(group)
    }
  )

  itAll(
    "are what the other reports say",
    [
      [""],
      ["&basis=refund_date"],
      ["&timezone=Europe/Berlin"],
      ["&website_id=site"],
    ],
    async (query) => {
      const fields = ["revenue", "purchases", "leads", "goals", "conversions"]
      const figures = (row: Record<string, unknown>) =>
        fields.map((field) => row[field])
      for (const interval of ["day", "week", "month"]) {
        const byTime = await stats(`${OCTOBER}&group_by=${interval}${query}`)
        const { trends, unconverted } = await get(
          `/dashboard/trends?${OCTOBER}&interval=${interval}${query}`
        )
        expect(
          byTime.stats.map((row: Row) => [
            row.key,
            row.from,
            row.to,
            row.first_purchases,
            ...figures(row),
          ])
        ).toEqual(
          trends.map((row: Record<string, unknown>) => [
            row.date,
            row.from,
            row.to,
            row.new_customers,
            ...figures(row),
          ])
        )
        expect(
          byTime.unconverted.map((lost: Row) => [lost.revenue, lost.purchases])
        ).toEqual(
          unconverted.map((lost: Row) => [lost.revenue, lost.purchases])
        )
      }
      const byCampaign = await stats(`${OCTOBER}&group_by=campaign${query}`)
      const { roi, totals } = await get(`/dashboard/roi?${OCTOBER}${query}`)
      expect(
        byCampaign.stats.map((row: Row) => [row.name, ...figures(row)])
      ).toEqual(
        roi.map((row: Record<string, unknown>) => [row.name, ...figures(row)])
      )
      expect(figures(byCampaign.totals)).toEqual(figures(totals))
    }
  )

  it("by type has every type, by platform what has no touch", async () => {
    const nothing = "from=2020-01-01&to=2020-01-02"
    const none = await stats(`${nothing}&group_by=type`)
    const zeros = Object.fromEntries(SUMMED.map((figure) => [figure, 0]))
    expect(none.stats).toEqual(
      CONVERSION_TYPES.map((key) => ({ key, ...zeros }))
    )
    expect(none.totals).toEqual(zeros)
    const two = await stats(
      `${nothing}&group_by=type&conversion_type=custom&conversion_type=purchase`
    )
    expect(two.stats.map(({ key }: Row) => key)).toEqual(["custom", "purchase"])
    const platforms = await stats(`${nothing}&group_by=platform`)
    expect(platforms.stats).toEqual([{ key: "(direct or unknown)", ...zeros }])
    const campaigns = await stats(`${nothing}&group_by=campaign`)
    expect(campaigns.stats.map(({ name }: Row) => name)).toEqual([
      "(unresolved campaign)",
      "(no campaign)",
      "(direct or unknown)",
    ])
    const found = await stats(`${OCTOBER}&group_by=platform`)
    expect(found.stats.map(({ key }: Row) => key).toSorted()).toEqual([
      "(direct or unknown)",
      "generic",
      "google",
      "meta",
    ])
    expect(found.stats.at(-1).key).toBe("(direct or unknown)")
  })

  it("by type, only purchases have revenue and only the others a value", async () => {
    const { stats: rows } = await stats(`${OCTOBER}&group_by=type`)
    for (const row of rows as Row[]) {
      const isPurchase = row.key === "purchase"
      expect([row.key, row.revenue > 0, row.value > 0]).toEqual([
        row.key,
        isPurchase,
        !isPurchase,
      ])
      expect(row.purchases > 0).toBe(isPurchase)
      expect(row.leads > 0).toBe(row.key === "lead_form_submission")
      expect(row.goals > 0 && row.events > 0).toBe(
        !isPurchase && row.key !== "lead_form_submission"
      )
    }
  })

  it("days are of the zone, also the one with 25 hours, and amounts of their currency", async () => {
    const container = getContainer()
    const service = adPlanning(container)
    const purchases = [
      ["2026-10-24T21:59:59.999Z", "1"],
      ["2026-10-24T22:00:00.000Z", "20"],
      ["2026-10-25T22:59:59.999Z", "300"],
      ["2026-10-25T23:00:00.000Z", "4000"],
    ]
    const facts = purchases.map(([at, amount], index) =>
      purchaseFact(`dst_${index}`, {
        converted_at: new Date(at!),
        website_id: "dst",
        currency: index === 2 ? "jpy" : "gbp",
        fx: index === 2 ? null : { currency: "gbp", rate: "1" },
        money: {
          value: { amount: amount!, tax: "0", shipping: "0", discount: "0" },
          net: { amount: amount!, tax: "0", shipping: "0" },
          adjustments: [],
        },
      })
    )
    await service.purchases.syncPurchases(facts, [])
    const other = {
      conversion_type: "lead_form_submission" as const,
      source: "lead" as const,
      website_id: "dst",
      converted_at: new Date("2026-10-25T12:00:00Z"),
    }
    await service.createConversions([
      {
        ...other,
        idempotency_key: "dst:jpy",
        conversion_value: 500,
        currency: "jpy",
      },
      { ...other, idempotency_key: "dst:none", conversion_value: 7 },
      {
        ...other,
        idempotency_key: "dst:gbp",
        conversion_value: 0.25,
        currency: "gbp",
      },
    ])
    const answer = await stats(
      "from=2026-10-24&to=2026-10-26&timezone=Europe/Berlin&website_id=dst"
    )
    expect(
      answer.stats.map((row: Row) => [
        row.key,
        row.from,
        row.to,
        row.revenue,
        row.value,
        row.purchases,
        row.leads,
      ])
    ).toEqual([
      [
        "2026-10-24",
        "2026-10-23T22:00:00.000Z",
        "2026-10-24T22:00:00.000Z",
        1,
        0,
        1,
        0,
      ],
      [
        "2026-10-25",
        "2026-10-24T22:00:00.000Z",
        "2026-10-25T23:00:00.000Z",
        20,
        0.25,
        2,
        3,
      ],
      [
        "2026-10-26",
        "2026-10-25T23:00:00.000Z",
        "2026-10-26T23:00:00.000Z",
        4000,
        0,
        1,
        0,
      ],
    ])
    expect(answer.unconverted).toEqual([
      { currency: "jpy", revenue: 300, value: 500, purchases: 1 },
    ])
    // In yen it is the other way round, and the yen are money.
    const yen = await stats(
      "from=2026-10-24&to=2026-10-26&website_id=dst&currency=jpy&group_by=type"
    )
    expect([yen.totals.revenue, yen.totals.value]).toEqual([300, 500])
    expect(yen.unconverted).toEqual([
      { currency: "gbp", revenue: 4021, value: 0.25, purchases: 3 },
    ])
  })

  itAll(
    "the CSV is the rows, with their currency",
    GROUPS.map((group): [string] => [group]),
    async (group) => {
      const path = `/conversions/stats?${OCTOBER}&group_by=${group}`
      const { stats: rows } = await get(path)
      const { status, data, headers } = await ask(path, "text/csv")
      expect([status, headers["content-disposition"]]).toEqual([
        200,
        'attachment; filename="ad-planning-conversion-stats-2026-10-01-2026-10-31.csv"',
      ])
      const [header, ...lines] = parse(data) as string[][]
      expect(header).toEqual([...Object.keys(rows[0]), "currency"])
      expect(lines).toEqual(
        rows.map((row: Row) => [...Object.values(row).map(String), "gbp"])
      )
    }
  )

  it("leaves the path of one conversion what it is", async () => {
    const [conversion] = await adPlanning(getContainer()).listConversions(
      {},
      { take: 1 }
    )
    const one = await get(`/conversions/${conversion!.id}`)
    expect(one.conversion.id).toBe(conversion!.id)
    const refused = await ask(`/conversions/${conversion!.id}?nope=1`)
    expect([refused.status, refused.data.message]).toEqual([
      400,
      "Invalid request: Unrecognized fields: 'nope'",
    ])
    const slash = await ask(`/conversions/stats/?nope=1`)
    expect([slash.status, slash.data.message]).toEqual([
      400,
      "Invalid request: Unrecognized fields: 'nope'",
    ])
  })
}
