import {
  JOURNEY_EVENT_TYPES,
  PATH_DIRECTIONS,
  type JourneyEventType,
  type PathDirection,
} from "../../../../src/modules/ad-planning/types"
import { adminHeaders } from "../../../helpers/admin-headers"
import { itAll } from "../../../helpers/it-all"
import type { StoreContext } from "../../../helpers/test-store"
import {
  randomTouchpoints,
  subjectsOf,
  type Touchpoint,
  writeTouchpoints,
} from "../../../helpers/touchpoints"

const DAY_MS = 86_400_000
const WINDOW_MS = 3 * DAY_MS
const STEPS: JourneyEventType[] = ["page_view", "add_to_cart", "purchase"]
const PERIOD = { from: "2026-10-05T00:00:00Z", to: "2026-10-12T00:00:00Z" }
const AS_OF = "2026-10-13T12:00:00Z"

interface Link {
  position: number
  source: string
  target: string
  count: number
}

interface Paths {
  paths: { steps: string[]; end: string; count: number; share: number | null }[]
  total: number
  other: { count: number; share: number | null }
  links: Link[]
  unfinished: number
}

interface DropoffStep {
  name: string
  count: number
  dropped: number
  drop_rate: number | null
  instead: { event_type: string; count: number; share: number | null }[]
  nothing: { count: number; share: number | null }
}

const at = (time: string) => new Date(`2026-10-${time}Z`)

export default function suite({ api, getContainer }: StoreContext) {
  let admin: Awaited<ReturnType<typeof adminHeaders>>

  beforeAll(async () => {
    admin = await adminHeaders(getContainer())
  })

  const ask = (path: string) =>
    api.get(`/admin/ad-planning/journey/${path}`, {
      ...admin,
      validateStatus: () => true,
    })
  const answer = async (path: string, query: Record<string, string>) => {
    const parameters = {
      ...(path === "first-purchase" ? {} : { window_days: "3" }),
      as_of: AS_OF,
      ...PERIOD,
      ...query,
    }
    const { status, data } = await ask(
      `${path}?${new URLSearchParams(parameters)}`
    )
    expect({ status, message: data.message }).toEqual({ status: 200 })
    return data
  }
  const paths = (query: Record<string, string> = {}): Promise<Paths> =>
    answer("paths", query)
  const dropoff = async (query: Record<string, string> = {}) =>
    (await answer("dropoff", { steps: STEPS.join(","), ...query })) as {
      steps: DropoffStep[]
      unfinished: { name: string; count: number }[]
    }
  const entries = async (query: Record<string, string>) => {
    const { steps, unfinished } = await answer("funnel", query)
    return [steps[0].count, unfinished[0].count] as const
  }
  const write = (touchpoints: Touchpoint[]) =>
    writeTouchpoints(getContainer(), touchpoints)
  /** What one visitor does, each at its time. */
  const visit = (visitor_id: string, ...done: [JourneyEventType, string][]) =>
    done.map(([event_type, time]) => ({
      event_type,
      timestamp: at(time),
      visitor_id,
    }))

  describe("GET /journey/paths", () => {
    const SHOPPING = () => [
      ...visit(
        "buyer",
        ["page_view", "06T10:00:00"],
        ["page_view", "06T10:01:00"],
        ["add_to_cart", "06T10:02:00"],
        ["page_view", "06T10:03:00"],
        ["purchase", "06T10:04:00"]
      ),
      ...visit(
        "looker",
        ["page_view", "06T10:00:00"],
        ["page_view", "06T10:01:00"]
      ),
      ...visit("guest", ["purchase", "07T10:00:00"]),
    ]

    it("says what comes after an event, repeats once, cut where asked", async () => {
      await write(SHOPPING())
      expect(await paths({ max_steps: "3", timezone: "UTC" })).toEqual({
        paths: [
          { steps: ["page_view"], end: "(left)", count: 1, share: 0.5 },
          {
            steps: ["page_view", "add_to_cart", "page_view"],
            end: "(more)",
            count: 1,
            share: 0.5,
          },
        ],
        total: 2,
        other: { count: 0, share: 0 },
        links: [
          link(0, "page_view", "(left)", 1),
          link(0, "page_view", "add_to_cart", 1),
          link(1, "add_to_cart", "page_view", 1),
          link(2, "page_view", "(more)", 1),
        ],
        unfinished: 0,
        event: "page_view",
        direction: "from",
        max_steps: 3,
        window_days: 3,
        period: {
          from: "2026-10-05T00:00:00.000Z",
          to: "2026-10-12T00:00:00.000Z",
          from_date: "2026-10-05",
          to_date: "2026-10-11",
          timezone: "UTC",
        },
        as_of: "2026-10-13T12:00:00.000Z",
      })
    })

    it("says what comes before an event, which is last", async () => {
      await write(SHOPPING())
      const before = await paths({ event: "purchase", direction: "to" })
      expect(before).toMatchObject({
        paths: [
          {
            steps: ["page_view", "add_to_cart", "page_view", "purchase"],
            end: "(start)",
            count: 1,
            share: 0.5,
          },
          { steps: ["purchase"], end: "(start)", count: 1, share: 0.5 },
        ],
        total: 2,
        links: [
          link(0, "(start)", "purchase", 1),
          link(0, "page_view", "purchase", 1),
          link(1, "add_to_cart", "page_view", 1),
          link(2, "page_view", "add_to_cart", 1),
          link(3, "(start)", "page_view", 1),
        ],
      })
      const cut = await paths({
        event: "purchase",
        direction: "to",
        max_steps: "2",
      })
      expect(cut.paths[0]).toEqual({
        steps: ["page_view", "purchase"],
        end: "(more)",
        count: 1,
        share: 0.5,
      })
      expect(cut.links).toContainEqual(link(1, "(more)", "page_view", 1))
    })

    it("ends with the window, to the second, on either side", async () => {
      await write([
        ...visit(
          "in time",
          ["add_to_cart", "06T10:00:00"],
          ["page_view", "09T10:00:00"],
          ["purchase", "12T10:00:00"]
        ),
        ...visit(
          "late",
          ["add_to_cart", "06T09:59:59"],
          ["page_view", "09T10:00:00"],
          ["purchase", "12T10:00:01"]
        ),
      ])
      const as_of = "2026-11-01T00:00:00Z"
      expect((await paths({ as_of })).paths).toMatchObject([
        { steps: ["page_view"], end: "(left)" },
        { steps: ["page_view", "purchase"], end: "(left)" },
      ])
      expect((await paths({ as_of, direction: "to" })).paths).toMatchObject([
        { steps: ["add_to_cart", "page_view"], end: "(start)" },
        { steps: ["page_view"], end: "(start)" },
      ])
    })

    it("keeps those apart who may still go on; what came before is over", async () => {
      await write([
        ...visit("over", ["page_view", "10T12:00:00"]),
        ...visit("not over", ["page_view", "10T12:00:01"]),
      ])
      expect(await paths()).toMatchObject({ total: 1, unfinished: 1 })
      expect(await paths({ direction: "to" })).toMatchObject({
        total: 2,
        unfinished: 0,
      })
    })

    it("equals a plain reading of the same touchpoints, and the funnel", async () => {
      const rows = randomTouchpoints("journey-paths", 1_500)
      await write(rows)
      for (const direction of PATH_DIRECTIONS) {
        for (const max_steps of [2, 6]) {
          const query = { direction, max_steps: `${max_steps}` }
          const found = await paths({ ...query, limit: "200" })
          const expected = plainPaths(rows, direction, max_steps)
          expect(found.paths).toEqual(expected.paths)
          expect(found.links.map(linkText).toSorted()).toEqual(
            expected.links.map(linkText).toSorted()
          )
          expect(found.other).toEqual({ count: 0, share: 0 })
          expect(expected.paths.length).toBeGreaterThan(2)
          const [finished, unfinished] = await entries({})
          expect(unfinished).toBeGreaterThan(0)
          expect([found.total, found.unfinished]).toEqual(
            direction === "from"
              ? [finished, unfinished]
              : [finished + unfinished, 0]
          )
          expect(
            sumOf(found.links.filter(({ position }) => position === 0))
          ).toBe(found.total)
          expect(await paths({ ...query, limit: "200" })).toEqual(found)
          const few = await paths({ ...query, limit: "2" })
          expect(few.links).toEqual(found.links)
          expect(few.paths).toEqual(found.paths.slice(0, 2))
          expect(few.other.count).toBe(sumOf(found.paths.slice(2)))
        }
      }
      const shop = await paths({ website_id: "shop", limit: "200" })
      expect(shop.paths).toEqual(
        plainPaths(
          rows.filter(({ website_id }) => website_id === "shop"),
          "from",
          5
        ).paths
      )
      expect(shop.total).toBe((await entries({ website_id: "shop" }))[0])
    })

    it("says 0 and null of nobody", async () => {
      expect(await paths()).toMatchObject({
        paths: [],
        total: 0,
        other: { count: 0, share: null },
        links: [],
        unfinished: 0,
      })
    })
  })

  describe("GET /journey/dropoff", () => {
    it("says where people stopped and what they did instead", async () => {
      await write([
        ...visit(
          "buyer",
          ["page_view", "06T10:00:00"],
          ["add_to_cart", "06T10:01:00"],
          ["purchase", "06T10:02:00"],
          ["feedback", "06T11:00:00"]
        ),
        ...visit(
          "asker",
          ["page_view", "06T10:00:00"],
          ["add_to_cart", "06T10:01:00"],
          ["form_submit", "06T10:05:00"]
        ),
        ...visit(
          "looker",
          ["page_view", "06T10:00:00"],
          ["page_view", "06T10:01:00"],
          ["form_submit", "06T10:05:00"]
        ),
        ...visit("leaver", ["page_view", "06T10:00:00"]),
        ...visit(
          "returner",
          ["page_view", "06T10:00:00"],
          ["add_to_cart", "09T10:00:01"]
        ),
        ...visit("unfinished", ["page_view", "11T10:00:00"]),
      ])
      const { steps, unfinished } = await dropoff()
      expect(steps).toEqual([
        {
          name: "page_view",
          count: 5,
          dropped: 3,
          drop_rate: 0.6,
          instead: [{ event_type: "page_view", count: 1, share: 1 / 3 }],
          nothing: { count: 2, share: 2 / 3 },
        },
        {
          name: "add_to_cart",
          count: 2,
          dropped: 1,
          drop_rate: 0.5,
          instead: [{ event_type: "form_submit", count: 1, share: 1 }],
          nothing: { count: 0, share: 0 },
        },
        {
          name: "purchase",
          count: 1,
          dropped: 0,
          drop_rate: null,
          instead: [],
          nothing: { count: 0, share: null },
        },
      ])
      expect(unfinished).toEqual([
        { name: "page_view", count: 1 },
        { name: "add_to_cart", count: 0 },
        { name: "purchase", count: 0 },
      ])
    })

    it("equals a plain reading of the same touchpoints, and the funnel", async () => {
      const rows = randomTouchpoints("journey-dropoff", 1_500)
      await write(rows)
      for (const steps of [STEPS, ["purchase", "purchase", "form_submit"]]) {
        const query = { steps: steps.join(",") }
        const found = await dropoff(query)
        const funnel = await answer("funnel", query)
        expect(found.steps.map(({ count }) => count)).toEqual(
          funnel.steps.map(({ count }: { count: number }) => count)
        )
        expect(found.unfinished).toEqual(funnel.unfinished)
        expect(
          found.steps.map(({ dropped, instead, nothing }) => ({
            dropped,
            nothing: nothing.count,
            instead: Object.fromEntries(
              instead.map(({ event_type, count }) => [event_type, count])
            ),
          }))
        ).toEqual(plainDropoff(rows, steps))
        for (const { count, dropped, drop_rate, ...rest } of found.steps) {
          expect(rest.nothing.count + sumOf(rest.instead)).toBe(dropped)
          expect(drop_rate ?? 0).toBe(dropped && dropped / count)
        }
        expect(await dropoff(query)).toEqual(found)
      }
    })
  })

  describe("GET /journey/first-purchase", () => {
    const DAYS = [0.5, 1, 1.25, 2, 3, 5, 8, 13, 21, 34, 55, 89]
    const TOUCHPOINTS = [1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 13, 30]
    const BOUGHT = at("06T12:00:00")
    const NOTHING = { median: null, p25: null, p75: null, p90: null }

    const purchase = (other: Partial<Touchpoint>): Touchpoint => ({
      event_type: "purchase",
      stage: "conversion",
      timestamp: BOUGHT,
      ...other,
    })
    const view = (person_id: string, days: number): Touchpoint => ({
      event_type: "page_view",
      timestamp: new Date(BOUGHT.getTime() - days * DAY_MS),
      person_id,
    })
    /** The first of so many touchpoints so many days before the purchase. */
    const buyer = (index: number) => {
      const person_id = `buyer-${index}`
      const days = DAYS[index]!
      return [
        purchase({ person_id, website_id: index === 0 ? "blog" : "shop" }),
        ...Array.from({ length: TOUCHPOINTS[index]! }, (_, number) =>
          view(person_id, days / (number + 1))
        ),
      ]
    }
    const ranges = (
      rows: { from: number; to: number | null; count: number }[]
    ) => rows.map(({ from, to, count }) => [from, to, count])

    it("says how many days and touchpoints it took", async () => {
      await write([
        ...DAYS.flatMap((_, index) => buyer(index)),
        // Not before it: the same moment, and later.
        view("buyer-0", 0),
        view("buyer-0", -1),
        // Came to nothing.
        { ...view("buyer-0", 3), canceled: true },
        purchase({ person_id: "sudden" }),
        purchase({ visitor_id: "unknown" }),
        {
          ...view("unknown", 2),
          visitor_id: "unknown",
          person_id: undefined,
        },
        purchase({ person_id: "canceled", canceled: true }),
        purchase({ person_id: "regular", stage: "retention" }),
        purchase({ person_id: "later", timestamp: at("12T00:00:00") }),
        purchase({ person_id: "earlier", timestamp: at("04T23:59:59") }),
      ])
      // python3 -c 'import numpy as np; print(np.percentile([0.5, 1, 1.25, 2, 3, 5, 8, 13, 21, 34, 55, 89], [25, 50, 75, 90]))'
      // [ 1.8125  6.5    24.25   52.9   ]; of the touchpoints [2. 3.5 6.5 12.5]
      const found = await answer("first-purchase", {})
      expect(found).toMatchObject({
        buyers: 13,
        without_touchpoints: 1,
        unknown_buyers: 1,
        as_of: new Date(AS_OF).toISOString(),
      })
      for (const [name, [p25, median, p75, p90]] of [
        ["days", [1.8125, 6.5, 24.25, 52.9]],
        ["touchpoints", [2, 3.5, 6.5, 12.5]],
      ] as const) {
        expect(Object.keys(found[name]).toSorted()).toEqual([
          "median",
          "p25",
          "p75",
          "p90",
        ])
        expect(found[name].p25).toBeCloseTo(p25!, 9)
        expect(found[name].median).toBeCloseTo(median!, 9)
        expect(found[name].p75).toBeCloseTo(p75!, 9)
        expect(found[name].p90).toBeCloseTo(p90!, 9)
      }
      expect(found.status).toBeUndefined()
      expect(ranges(found.by_days)).toEqual([
        [0, 1, 1],
        [1, 3, 3],
        [3, 7, 2],
        [7, 14, 2],
        [14, 30, 1],
        [30, 60, 2],
        [60, 90, 1],
        [90, 180, 0],
        [180, 365, 0],
        [365, null, 0],
      ])
      expect(ranges(found.by_touchpoints)).toEqual([
        [1, 2, 2],
        [2, 3, 2],
        [3, 4, 2],
        [4, 6, 2],
        [6, 11, 2],
        [11, 21, 1],
        [21, 51, 1],
        [51, null, 0],
      ])
      expect(await answer("first-purchase", {})).toEqual(found)
      expect(
        await answer("first-purchase", { website_id: "shop" })
      ).toMatchObject({
        buyers: 11,
        without_touchpoints: 0,
        unknown_buyers: 0,
      })
      expect(
        await answer("first-purchase", { as_of: "2026-10-06T11:59:59Z" })
      ).toMatchObject({ buyers: 0 })
    })

    it("says that a few are too few", async () => {
      await write([
        ...Array.from({ length: 9 }, (_, index) => buyer(index)).flat(),
        purchase({ person_id: "sudden" }),
      ])
      expect(await answer("first-purchase", {})).toMatchObject({
        status: "insufficient_data",
        observed: 9,
        required: 10,
        buyers: 10,
        days: NOTHING,
        touchpoints: NOTHING,
      })
      await write(buyer(9))
      const enough = await answer("first-purchase", {})
      expect(enough.days.median).toBe(4)
      expect(enough).not.toHaveProperty("status")
    })

    it("says 0 and null of nobody", async () => {
      const found = await answer("first-purchase", {})
      expect(found).toMatchObject({
        status: "insufficient_data",
        observed: 0,
        buyers: 0,
        without_touchpoints: 0,
        unknown_buyers: 0,
        days: NOTHING,
        touchpoints: NOTHING,
      })
      expect(sumOf([...found.by_days, ...found.by_touchpoints])).toBe(0)
    })
  })

  const NO_EVENT = `Field 'event': Invalid option: expected one of ${JOURNEY_EVENT_TYPES.map((type) => `"${type}"`).join("|")}`
  const NO_DIRECTION =
    'Field \'direction\': Invalid option: expected one of "from"|"to"'
  const NO_STEPS = `Field 'steps': must be 2 to 10 of: ${JOURNEY_EVENT_TYPES.join(", ")}`
  itAll(
    "refuses what is wrong, with the field's name",
    [
      ["paths?event=hug", NO_EVENT],
      ["paths?event=", NO_EVENT],
      ["paths?event=constructor", NO_EVENT],
      ["paths?event=page_view&event=purchase", NO_EVENT],
      ["paths?event=%27%3B%20DROP%20TABLE%20conversion%3B--", NO_EVENT],
      ["paths?direction=__proto__", NO_DIRECTION],
      ["paths?direction=FROM", NO_DIRECTION],
      [
        "paths?max_steps=1",
        "Field 'max_steps': Too small: expected number to be >=2",
      ],
      [
        "paths?max_steps=11",
        "Field 'max_steps': Too big: expected number to be <=10",
      ],
      ["paths?max_steps=x", "Field 'max_steps': must be a number"],
      ["paths?limit=0", "Field 'limit': Too small: expected number to be >=1"],
      [
        "paths?limit=201",
        "Field 'limit': Too big: expected number to be <=200",
      ],
      [
        "paths?limit=1.5",
        "Field 'limit': Invalid input: expected int, received number",
      ],
      ["paths?steps=page_view,purchase", "Unrecognized fields: 'steps'"],
      ["dropoff?steps=page_view", NO_STEPS],
      ["dropoff?steps=page_view,constructor", NO_STEPS],
      ["dropoff?breakdown=device", "Unrecognized fields: 'breakdown'"],
      ["first-purchase?window_days=3", "Unrecognized fields: 'window_days'"],
      ["first-purchase?steps=purchase", "Unrecognized fields: 'steps'"],
      ...["paths", "dropoff", "first-purchase"].flatMap(
        (path): [string, string][] => [
          [
            `${path}?as_of=yesterday`,
            "Field 'as_of': must be an ISO 8601 date or instant",
          ],
          [
            `${path}?website_id=%00`,
            "Field 'website_id': contains a NUL character",
          ],
          [`${path}?currency=eur`, "Unrecognized fields: 'currency'"],
          [
            `${path}?from=2026-10-05&to=2026-10-01`,
            "from must be before to, got 2026-10-05T00:00:00.000+01:00 and 2026-10-02T00:00:00.000+01:00",
          ],
        ]
      ),
      ...["paths", "dropoff"].flatMap((path): [string, string][] => [
        [
          `${path}?window_days=0`,
          "Field 'window_days': Too small: expected number to be >=1",
        ],
        [
          `${path}?window_days=366`,
          "Field 'window_days': Too big: expected number to be <=365",
        ],
      ]),
    ],
    async (path, reason) => {
      const { status, data } = await ask(path)
      expect({ status, data }).toEqual({
        status: 400,
        data: {
          type: "invalid_data",
          message: `Invalid request: ${reason}`,
        },
      })
    }
  )
}

const link = (
  position: number,
  source: string,
  target: string,
  count: number
): Link => ({ position, source, target, count })

const linkText = ({ position, source, target, count }: Link) =>
  [position, source, target, count].join(" ")

const sumOf = (rows: { count: number }[]) =>
  rows.reduce((sum, { count }) => sum + count, 0)

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const entryOf = (own: Touchpoint[], event: string) =>
  own
    .filter(({ event_type }) => event_type === event)
    .map(({ timestamp }) => timestamp.getTime())
    .filter(
      (time) => time >= Date.parse(PERIOD.from) && time < Date.parse(PERIOD.to)
    )
    .toSorted((a, b) => a - b)[0]

/** Paths of page views by their definition: slow and plain. */
function plainPaths(
  rows: Touchpoint[],
  direction: PathDirection,
  maxSteps: number
) {
  const counts = new Map<string, number>()
  for (const own of subjectsOf(rows)) {
    const entry = entryOf(own, "page_view")
    const isAfter = direction === "from"
    if (
      entry === undefined ||
      entry + (isAfter ? WINDOW_MS : 0) > Date.parse(AS_OF)
    ) {
      continue
    }
    const around = own
      .map(({ event_type, timestamp }) => ({
        event_type,
        wait: (timestamp.getTime() - entry) * (isAfter ? 1 : -1),
      }))
      .filter(
        ({ event_type, wait }) =>
          wait <= WINDOW_MS &&
          (wait > 0 || (wait === 0 && event_type !== "page_view"))
      )
      .toSorted(
        (a, b) =>
          a.wait - b.wait ||
          byText(a.event_type, b.event_type) * (isAfter ? 1 : -1)
      )
      .map(({ event_type }) => event_type)
    const walk = ["page_view", ...around].filter(
      (type, index, all) => type !== all[index - 1]
    )
    const edge = isAfter ? "(left)" : "(start)"
    const end = walk.length > maxSteps ? "(more)" : edge
    const key = [...walk.slice(0, maxSteps), end].join(" ")
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const total = sumOf([...counts.values()].map((count) => ({ count })))
  const walks = [...counts].map(([key, count]) => ({
    nodes: key.split(" "),
    count,
  }))
  const links = new Map<string, Link>()
  for (const { nodes, count } of walks) {
    for (const [position, near] of nodes.slice(0, -1).entries()) {
      const far = nodes[position + 1]!
      const key = [position, near, far].join(" ")
      const [source, target] = direction === "from" ? [near, far] : [far, near]
      links.set(
        key,
        link(position, source!, target!, count + (links.get(key)?.count ?? 0))
      )
    }
  }
  return {
    links: [...links.values()],
    paths: walks
      .map(({ nodes, count }) => {
        const walk = nodes.slice(0, -1)
        return {
          steps: direction === "from" ? walk : walk.toReversed(),
          end: nodes.at(-1)!,
          count,
          share: count / total,
        }
      })
      .toSorted(
        (a, b) =>
          b.count - a.count ||
          byText(a.steps.join(" "), b.steps.join(" ")) ||
          // What was not cut comes first.
          Number(a.end === "(more)") - Number(b.end === "(more)")
      ),
  }
}

/** Drop-off by its definition. */
function plainDropoff(rows: Touchpoint[], steps: readonly string[]) {
  const stops = steps.map(() => ({
    dropped: 0,
    nothing: 0,
    instead: {} as Record<string, number>,
  }))
  for (const own of subjectsOf(rows)) {
    const entry = entryOf(own, steps[0]!)
    if (entry === undefined || entry + WINDOW_MS > Date.parse(AS_OF)) {
      continue
    }
    const inWindow = own
      .map(({ event_type, timestamp }) => ({
        event_type,
        time: timestamp.getTime(),
      }))
      .filter(({ time }) => time >= entry && time <= entry + WINDOW_MS)
      .toSorted((a, b) => a.time - b.time || byText(a.event_type, b.event_type))
    let reached = entry
    let step = 0
    for (; step < steps.length - 1; step += 1) {
      const isSame = steps[step + 1] === steps[step]
      const next = inWindow.find(
        ({ event_type, time }) =>
          event_type === steps[step + 1] &&
          (isSame ? time > reached : time >= reached)
      )
      if (!next) {
        break
      }
      reached = next.time
    }
    if (step === steps.length - 1) {
      continue
    }
    const stop = stops[step]!
    stop.dropped += 1
    const next = inWindow.find(({ time }) => time > reached)
    if (next) {
      stop.instead[next.event_type] = (stop.instead[next.event_type] ?? 0) + 1
    } else {
      stop.nothing += 1
    }
  }
  return stops
}
