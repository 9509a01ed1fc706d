import { parse } from "csv-parse/sync"
import { PIXEL_OUTCOMES } from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { purchaseFact } from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"

const NOTHING = {
  orders: 0,
  orders_with_visitor: 0,
  accepted: 0,
  duplicate: 0,
  refused: {
    bot: 0,
    no_consent: 0,
    invalid: 0,
    too_large: 0,
    rate_limited: 0,
    overloaded: 0,
    failed: 0,
  },
}
const BERLIN = "timezone=Europe/Berlin"

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  const ask = (query: string, accept = "application/json") =>
    api.get(`/admin/ad-planning/pixel?${query}`, {
      ...admin,
      headers: { ...admin.headers, accept },
    })
  const get = async (query: string) => {
    const { status, data } = await ask(query)
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data.pixel
  }

  beforeAll(async () => {
    const service = adPlanning(getContainer())
    admin = await adminHeaders(getContainer())
    // Berlin's 25 October has 25 hours: 24 Oct 22:00 to 25 Oct 23:00 UTC.
    await service.createAdPlanningPixelCounts([
      ...[
        ["2026-10-24T21:00:00Z", 1],
        ["2026-10-24T22:00:00Z", 20],
        ["2026-10-25T22:00:00Z", 300],
        ["2026-10-25T23:00:00Z", 4000],
      ].map(([hour, calls]) => ({
        hour: new Date(hour!),
        outcome: "accepted" as const,
        calls: Number(calls),
      })),
      {
        hour: new Date("2026-10-27T10:00:00Z"),
        outcome: "accepted" as const,
        calls: 0,
      },
      // One of a kind: 1, 2, 3, ... of the reasons in their order.
      ...PIXEL_OUTCOMES.slice(1).map((outcome, index) => ({
        hour: new Date("2026-10-25T12:00:00Z"),
        outcome,
        calls: index + 1,
      })),
    ])
    const deleted = await service.createAdPlanningPixelCounts({
      hour: new Date("2026-10-25T13:00:00Z"),
      outcome: "accepted",
      calls: 70_000,
    })
    await service.softDeleteAdPlanningPixelCounts([deleted.id])
    await service.purchases.syncPurchases(
      [
        ["2026-10-24T22:00:00Z", "v1", null],
        ["2026-10-25T22:59:59Z", "v2", null],
        ["2026-10-25T12:00:00Z", null, null],
        ["2026-10-25T13:00:00Z", "v3", "2026-10-28T10:00:00Z"],
        ["2026-10-25T23:00:00Z", null, null],
      ].map(([at, visitor_id, canceled], index) =>
        purchaseFact(`order_${index}`, {
          converted_at: new Date(at!),
          visitor_id: visitor_id ?? null,
          canceled_at: canceled ? new Date(canceled) : null,
        })
      ),
      []
    )
    await service.createConversions({
      conversion_type: "lead_form_submission",
      source: "lead",
      idempotency_key: "lead",
      visitor_id: "v1",
      converted_at: new Date("2026-10-25T12:00:00Z"),
    })
  })

  it("has every day of the zone, with calls by outcome and orders", async () => {
    const pixel = await get(`from=2026-10-24&to=2026-10-27&${BERLIN}`)
    const busy = {
      date: "2026-10-25",
      orders: 3,
      orders_with_visitor: 2,
      accepted: 320,
      duplicate: 1,
      refused: {
        bot: 2,
        no_consent: 3,
        invalid: 4,
        too_large: 5,
        rate_limited: 6,
        overloaded: 7,
        failed: 8,
      },
    }
    expect(pixel).toEqual({
      days: [
        { ...NOTHING, date: "2026-10-24", accepted: 1 },
        busy,
        { ...NOTHING, date: "2026-10-26", orders: 1, accepted: 4000 },
        { ...NOTHING, date: "2026-10-27" },
      ],
      totals: {
        orders: 4,
        orders_with_visitor: 2,
        accepted: 4321,
        duplicate: 1,
        refused: busy.refused,
        refused_calls: 35,
        with_visitor_rate: 0.5,
      },
      last_accepted_at: "2026-10-25T23:00:00.000Z",
      period: {
        from: "2026-10-23T22:00:00.000Z",
        to: "2026-10-27T23:00:00.000Z",
        from_date: "2026-10-24",
        to_date: "2026-10-27",
        timezone: "Europe/Berlin",
      },
    })
  })

  it("has the same sums by the days of any zone", async () => {
    for (const timezone of ["UTC", "America/New_York", "Asia/Kathmandu"]) {
      const { days, totals } = await get(
        `from=2026-10-20&to=2026-10-30&timezone=${timezone}`
      )
      expect(days).toHaveLength(11)
      expect([totals.accepted, totals.orders, totals.refused_calls]).toEqual([
        4321, 4, 35,
      ])
    }
  })

  it("without anything is a row of zeros per day, and no share", async () => {
    const pixel = await get("from=2020-01-01&to=2020-01-02")
    expect(pixel.days).toEqual([
      { ...NOTHING, date: "2020-01-01" },
      { ...NOTHING, date: "2020-01-02" },
    ])
    expect(pixel.totals).toEqual({
      ...NOTHING,
      refused_calls: 0,
      with_visitor_rate: null,
    })
    // Of all time, not of the period.
    expect(pixel.last_accepted_at).toBe("2026-10-25T23:00:00.000Z")
    expect((await get("")).days).toHaveLength(30)
  })

  it("is the same days as CSV", async () => {
    const query = `from=2026-10-24&to=2026-10-26&${BERLIN}`
    const { days } = await get(query)
    const { status, data, headers } = await ask(query, "text/csv")
    expect([status, headers["content-disposition"]]).toEqual([
      200,
      'attachment; filename="ad-planning-pixel-2026-10-24-2026-10-26.csv"',
    ])
    const [header, ...lines] = parse(data) as string[][]
    expect(header).toEqual([
      "date",
      "orders",
      "orders_with_visitor",
      "accepted",
      "duplicate",
      ...Object.keys(NOTHING.refused).map((reason) => `refused_${reason}`),
    ])
    expect(lines).toEqual(
      days.map(({ refused, ...day }: typeof NOTHING) =>
        [...Object.values(day), ...Object.values(refused)].map(String)
      )
    )
  })

  itAll(
    "refuses what it does not take",
    [
      ["currency=gbp", "Unrecognized fields: 'currency'"],
      ["compare=previous_year", "Unrecognized fields: 'compare'"],
      ["platform=meta", "Unrecognized fields: 'platform'"],
      [
        "from=2025-01-01&to=2026-02-05",
        "Field 'from': day divides this period into 401 buckets, more than 400",
      ],
    ] as const,
    async (query, reason) => {
      const { status, data } = await ask(query)
      expect([status, data]).toEqual([
        400,
        { type: "invalid_data", message: `Invalid request: ${reason}` },
      ])
    }
  )
}
