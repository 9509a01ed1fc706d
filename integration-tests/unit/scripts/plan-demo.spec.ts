import { isCreditNote, isOrder } from "../../../src/scripts/demo/invoices"
import { planDemo, type DemoPlan } from "../../../src/scripts/demo/plan-demo"
import { DAY_MS } from "../../../src/scripts/demo/period"
import { isTouch } from "../../../src/scripts/demo/arrivals"
import { DEMO_CAMPAIGNS } from "../../../src/scripts/demo/campaigns"
import { onlineRetail } from "./online-retail"

const NOW = new Date("2026-11-22T15:30:00.000Z")
const SATURDAY = 6

const sumOf = (rows: readonly { pence: number }[]) =>
  rows.reduce((total, { pence }) => total + pence, 0)

const lastInvoices = () => onlineRetail().slice(-300)

describe("planDemo", () => {
  let newest: DemoPlan
  let full: DemoPlan

  beforeAll(() => {
    newest = planDemo(onlineRetail(), "newest", NOW)
    full = planDemo(onlineRetail(), "full", NOW)
  })

  it("loads every sale, and nothing else", () => {
    const sales = onlineRetail().filter(isOrder)
    expect(full.orders.map(({ invoice }) => invoice)).toEqual(
      sales.map(({ number }) => number)
    )
    expect(sumOf(full.orders)).toBe(1_065_562_248)
    expect(full.skipped).toEqual(["A563185", "A563186", "A563187"])
    expect(full.customers).toHaveLength(4339)
  })

  it("loads the newest six months of them", () => {
    expect(newest.orders).toHaveLength(12489)
    expect(newest.orders[0]!.source.at).toEqual(
      new Date("2011-06-09T07:53:00.000Z")
    )
    expect(sumOf(newest.orders)).toBe(639_591_015)
  })

  it.each([
    ["just after the last order's time", "2026-11-20T12:50:00.000Z"],
    ["just before it", "2026-11-20T12:49:59.999Z"],
    ["days later", "2026-11-26T23:00:00.000Z"],
  ])("puts the last order into the seven days before now, %s", (_case, now) => {
    const plan = planDemo(lastInvoices(), "newest", new Date(now))
    const age = Date.parse(now) - +plan.orders.at(-1)!.at
    expect(age).toBeGreaterThanOrEqual(0)
    expect(age).toBeLessThan(7 * DAY_MS)
  })

  it("moves all dates by the same whole weeks: no order on a Saturday", () => {
    const shifts = full.orders.map(({ at, source }) => +at - +source.at)
    expect(new Set(shifts).size).toBe(1)
    expect(shifts[0]! % (7 * DAY_MS)).toBe(0)
    expect(full.orders.some(({ at }) => at.getUTCDay() === SATURDAY)).toBe(
      false
    )
  })

  it("says of every credit note of the period what became of it", () => {
    for (const plan of [newest, full]) {
      const { no_order, order_before_the_period, over_the_limit } =
        plan.notBooked
      const told = [
        ...plan.cancellations.map(({ note }) => note),
        ...plan.refunds.map(({ note }) => note),
        ...no_order,
        ...order_before_the_period,
        ...over_the_limit,
      ]
      const first = plan.orders[0]!.source.at
      const notes = onlineRetail()
        .filter(isCreditNote)
        .filter(({ at }) => at >= first)
        .map(({ number }) => number)
      expect(told.toSorted()).toEqual(notes.toSorted())
    }
  })

  it("refunds an order once, by less than it cost, and never a cancelled one", () => {
    const touched = [...full.refunds, ...full.cancellations].map(
      ({ invoice }) => invoice
    )
    expect(new Set(touched).size).toBe(touched.length)
    expect(full.refunds).toHaveLength(300)
    expect(full.refunds.every((row) => row.pence < row.orderPence)).toBe(true)
    expect(
      full.cancellations.every((row) => row.pence === row.orderPence)
    ).toBe(true)
  })

  it("gives no address to a name that is no country", () => {
    const codes = new Map(
      full.orders.map(({ source, countryCode }) => [
        source.country,
        countryCode,
      ])
    )
    expect(codes.size).toBe(38)
    expect(codes.get("EIRE")).toBe("ie")
    expect(codes.get("RSA")).toBe("za")
    const unknown = [...codes].filter(([, code]) => code === null)
    expect(unknown.map(([country]) => country).toSorted()).toEqual([
      "Channel Islands",
      "European Community",
      "Unspecified",
    ])
  })

  it("is the same every time within the same week's shift", () => {
    const [first, again] = [NOW, new Date(+NOW + DAY_MS)].map((now) =>
      planDemo(lastInvoices(), "newest", now)
    )
    expect(again).toEqual(first)
  })

  it("labels what it makes up on an order", () => {
    const { metadata } = newest.orders.find(
      (order) => order.metadata.utm_campaign
    )!
    expect(metadata.synthetic).toEqual(
      Object.keys(metadata).filter(
        (key) => key !== "invoice" && key !== "synthetic"
      )
    )
  })

  it("makes the visits it says it makes", () => {
    const sold = newest.orders.filter(({ pence }) => pence > 0)
    const visited = sold.filter(({ metadata }) => metadata.visitor_id)
    expect(visited.length / sold.length).toBeCloseTo(0.7, 1)
    const touchTimes = new Map<string, Date[]>()
    for (const { visitorId, at, arrival } of newest.visits) {
      if (isTouch(arrival)) {
        touchTimes.set(visitorId, [...(touchTimes.get(visitorId) ?? []), at])
      }
    }
    const touched = visited.filter((order) =>
      touchTimes
        .get(`${order.metadata.visitor_id}`)
        ?.some((at) => at <= order.at && +at >= +order.at - 30 * DAY_MS)
    )
    expect(touched.length / visited.length).toBeCloseTo(0.75, 1)
    expect(newest.visits).toHaveLength(4 * visited.length)
    const ids = newest.visits.map(({ sessionId }) => sessionId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("spends on every day of the period, on one campaign until its pause", () => {
    for (const campaign of DEMO_CAMPAIGNS) {
      const days = newest.days.filter((day) => day.campaign === campaign)
      expect(days).toHaveLength(campaign.isPaused ? 168 : 184)
      expect(days.every(({ pence }) => pence > 0)).toBe(true)
    }
  })

  it("spends on whole days only", () => {
    const onLastDay = new Date("2026-11-20T13:00:00.000Z")
    const { days } = planDemo(lastInvoices(), "newest", onLastDay)
    expect(days.at(-1)!.day).toBe("2026-11-19")
  })
})

describe("readInvoices", () => {
  it("reads the amounts exactly", () => {
    const invoices = new Map(
      onlineRetail().map((invoice) => [invoice.number, invoice])
    )
    expect(invoices.size).toBe(25_900)
    expect(invoices.get("581483")).toEqual({
      number: "581483",
      at: new Date("2011-12-09T09:15:00.000Z"),
      customer: "16446",
      country: "United Kingdom",
      lines: 1,
      units: 80_995,
      amount: "168469.60",
      pence: 16_846_960,
    })
    expect(invoices.get("C581484")!.pence).toBe(-16_846_960)
  })
})
