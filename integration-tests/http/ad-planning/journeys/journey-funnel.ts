import {
  JOURNEY_EVENT_TYPES,
  type JourneyEventType,
} from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { adPlanning } from "../../../helpers/ad-planning"
import { campaignFact } from "../../../helpers/facts"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"
import {
  randomTouchpoints,
  subjectsOf,
  type Touchpoint,
  writeTouchpoints,
} from "../../../helpers/touchpoints"

const DAY_MS = 86_400_000
const WINDOW_DAYS = 3
const STEPS: JourneyEventType[] = ["page_view", "add_to_cart", "purchase"]
const PERIOD = { from: "2026-10-05T00:00:00Z", to: "2026-10-12T00:00:00Z" }
const AS_OF = "2026-10-13T12:00:00Z"

interface Funnel {
  steps: {
    name: string
    count: number
    rate_from_previous: number | null
    rate_from_first: number | null
    median_seconds: number | null
  }[]
  unfinished: { name: string; count: number }[]
}

const at = (time: string) => new Date(`2026-10-${time}Z`)
const countsOf = (rows: { count: number }[]) => rows.map(({ count }) => count)

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const ask = (query: string, path = "journey/funnel") =>
    api.get(`/admin/ad-planning/${path}?${query}`, {
      ...admin,
      validateStatus: () => true,
    })
  const funnel = async (query: Record<string, string> = {}, path?: string) => {
    const parameters = {
      steps: STEPS.join(","),
      window_days: `${WINDOW_DAYS}`,
      as_of: AS_OF,
      ...PERIOD,
      ...query,
    }
    const { status, data } = await ask(
      `${new URLSearchParams(parameters)}`,
      path
    )
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const write = (touchpoints: Touchpoint[]) =>
    writeTouchpoints(getContainer(), touchpoints)

  it("follows a visitor who becomes a person, and counts them once", async () => {
    await write([
      {
        event_type: "page_view",
        timestamp: at("06T10:00:00"),
        visitor_id: "v",
        person_id: "p",
      },
      {
        event_type: "page_view",
        timestamp: at("06T09:00:00"),
        visitor_id: "w",
        person_id: "p",
      },
      {
        event_type: "add_to_cart",
        timestamp: at("06T10:30:00"),
        visitor_id: "v",
        person_id: "p",
      },
      {
        event_type: "purchase",
        timestamp: at("06T11:00:00"),
        person_id: "p",
      },
      {
        event_type: "page_view",
        timestamp: at("07T10:00:00"),
        visitor_id: "x",
      },
    ])
    const { steps, unfinished } = await funnel()
    expect(steps).toEqual([
      {
        name: "page_view",
        count: 2,
        rate_from_previous: null,
        rate_from_first: 1,
        median_seconds: null,
      },
      {
        name: "add_to_cart",
        count: 1,
        rate_from_previous: 0.5,
        rate_from_first: 0.5,
        median_seconds: 5_400,
      },
      {
        name: "purchase",
        count: 1,
        rate_from_previous: 1,
        rate_from_first: 0.5,
        median_seconds: 1_800,
      },
    ])
    expect(countsOf(unfinished)).toEqual([0, 0, 0])
    expect(await funnel({}, "conversions/funnel")).toEqual(await funnel())
  })

  it("ends with the window, to the second, also after the period", async () => {
    const visit = (visitor_id: string, added: string): Touchpoint[] => [
      { event_type: "page_view", timestamp: at("10T10:00:00"), visitor_id },
      { event_type: "add_to_cart", timestamp: at(added), visitor_id },
    ]
    await write([
      ...visit("in time", "13T10:00:00"),
      ...visit("late", "13T10:00:01"),
      ...visit("early", "10T09:59:59"),
    ])
    const { steps } = await funnel()
    expect(countsOf(steps)).toEqual([3, 1, 0])
  })

  it("keeps those apart who may still go on", async () => {
    await write([
      {
        event_type: "page_view",
        timestamp: at("10T12:00:00"),
        visitor_id: "over",
      },
      {
        event_type: "page_view",
        timestamp: at("10T12:00:01"),
        visitor_id: "not over",
      },
      {
        event_type: "add_to_cart",
        timestamp: at("11T12:00:01"),
        visitor_id: "not over",
      },
    ])
    const { steps, unfinished } = await funnel()
    expect(countsOf(steps)).toEqual([1, 0, 0])
    expect(countsOf(unfinished)).toEqual([1, 1, 0])
  })

  it("takes a cancelled order for no purchase, and the order of steps as it is", async () => {
    await write([
      {
        event_type: "page_view",
        timestamp: at("06T10:00:00"),
        visitor_id: "v",
      },
      {
        event_type: "add_to_cart",
        timestamp: at("06T11:00:00"),
        visitor_id: "v",
      },
      {
        event_type: "purchase",
        timestamp: at("06T12:00:00"),
        visitor_id: "v",
        canceled: true,
      },
      {
        event_type: "purchase",
        timestamp: at("06T10:30:00"),
        visitor_id: "v",
      },
    ])
    const { steps } = await funnel()
    expect(countsOf(steps)).toEqual([1, 1, 0])
  })

  it("needs a second touchpoint for the same step again", async () => {
    const view = (visitor_id: string, time: string): Touchpoint => ({
      event_type: "page_view",
      timestamp: at(time),
      visitor_id,
    })
    await write([
      view("once", "06T10:00:00"),
      view("twice", "06T10:00:00"),
      view("twice", "06T10:05:00"),
    ])
    const { steps } = await funnel({ steps: "page_view,page_view" })
    expect(countsOf(steps)).toEqual([2, 1])
  })

  it("equals a plain reading of the same touchpoints, whatever happened", async () => {
    const service = adPlanning(getContainer())
    await service.campaigns.syncCampaigns([
      campaignFact("c1", "Sale"),
      campaignFact("c2", "Brand"),
    ])
    const rows = randomTouchpoints("journey-funnel", 1_500)
    await write(rows)
    const all = await funnel({ breakdown: "campaign" })
    const expected = reference(rows)
    expect(countsOf(all.steps)).toEqual(expected.reached)
    expect(countsOf(all.unfinished)).toEqual(expected.unfinished)
    expect(
      all.steps.map((step: Funnel["steps"][number]) => step.median_seconds)
    ).toEqual(expected.medians)
    expect(expected.reached.every((count) => count > 0)).toBe(true)
    expect(expected.unfinished[0]).toBeGreaterThan(0)
    // The parts add up to the whole.
    for (const [index, { count }] of all.steps.entries()) {
      expect(
        all.breakdown.reduce(
          (sum: number, part: Funnel) => sum + part.steps[index]!.count,
          0
        )
      ).toBe(count)
    }
    expect(
      all.breakdown.map(({ name }: { name: string }) => name).toSorted()
    ).toEqual(["(no campaign)", "Brand", "Sale"])
    const shop = await funnel({ website_id: "shop" })
    expect(countsOf(shop.steps)).toEqual(
      reference(rows.filter((row) => row.website_id === "shop")).reached
    )
  })

  it("says 0 and null of nobody", async () => {
    const { steps, breakdown } = await funnel({ breakdown: "platform" })
    expect(steps[0]).toEqual({
      name: "page_view",
      count: 0,
      rate_from_previous: null,
      rate_from_first: null,
      median_seconds: null,
    })
    expect(breakdown).toEqual([])
  })

  const NO_STEPS = `Invalid request: Field 'steps': must be 2 to 10 of: ${JOURNEY_EVENT_TYPES.join(", ")}`
  itAll(
    "refuses what is no funnel, with the field's name",
    [
      ["steps=page_view", NO_STEPS],
      ["steps=", NO_STEPS],
      ["steps=page_view,constructor", NO_STEPS],
      ["steps=page_view,'; DROP TABLE customer_journey; --", NO_STEPS],
      [`steps=${Array(11).fill("page_view").join(",")}`, NO_STEPS],
      ["window_days=0", "Field 'window_days'"],
      ["window_days=366", "Field 'window_days'"],
      ["window_days=x", "Field 'window_days': must be a number"],
      ["breakdown=__proto__", "Field 'breakdown'"],
      ["as_of=yesterday", "Field 'as_of'"],
      ["from=2026-10-05&to=2026-10-01", "from must be before to"],
      ["currency=eur", "currency"],
      ["unknown=1", "unknown"],
    ],
    async (query, message) => {
      for (const path of ["journey/funnel", "conversions/funnel"]) {
        const { status, data } = await ask(encodeURI(query), path)
        expect(status).toBe(400)
        expect(data.type).toBe("invalid_data")
        expect(data.message).toContain(message)
      }
    }
  )
}

/** The definition, read aloud: slow and plain. */
function reference(rows: Touchpoint[]) {
  const reached = STEPS.map(() => 0)
  const unfinished = STEPS.map(() => 0)
  const waits: number[][] = STEPS.map(() => [])
  for (const own of subjectsOf(rows)) {
    const times = (type: JourneyEventType) =>
      own
        .filter(({ event_type }) => event_type === type)
        .map(({ timestamp }) => timestamp.getTime())
        .toSorted((a, b) => a - b)
    const entry = times(STEPS[0]!).find(
      (time) => time >= Date.parse(PERIOD.from) && time < Date.parse(PERIOD.to)
    )
    if (entry === undefined) {
      continue
    }
    const end = entry + WINDOW_DAYS * DAY_MS
    const counts = end <= Date.parse(AS_OF) ? reached : unfinished
    counts[0]! += 1
    let former = entry
    for (let index = 1; index < STEPS.length; index += 1) {
      const next = times(STEPS[index]!).find(
        (time) => time >= former && time <= end
      )
      if (next === undefined) {
        break
      }
      counts[index]! += 1
      if (counts === reached) {
        waits[index]!.push((next - former) / 1_000)
      }
      former = next
    }
  }
  return {
    reached,
    unfinished,
    medians: waits.map((list, index) => (index === 0 ? null : median(list))),
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2
    ? sorted[Math.floor(middle)]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2
}
