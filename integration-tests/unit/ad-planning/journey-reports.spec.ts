import {
  JOURNEY_EVENT_TYPES,
  type DropoffRow,
} from "../../../src/modules/ad-planning/types"
import { dropoffReport } from "../../../src/modules/ad-planning/utils/journeys/dropoff-report"
import {
  EVENT_CODES,
  eventTypeOf,
} from "../../../src/modules/ad-planning/utils/journeys/event-codes"
import { pathsReport } from "../../../src/modules/ad-planning/utils/journeys/paths-report"

const codeOf = (name: string) => EVENT_CODES.find(([type]) => type === name)![1]

describe("EVENT_CODES", () => {
  it("has one letter for each type, in the order of their names", () => {
    expect(EVENT_CODES.map(([type]) => type)).toEqual(
      [...JOURNEY_EVENT_TYPES].toSorted()
    )
    const codes = EVENT_CODES.map(([, code]) => code)
    expect(codes).toEqual([...new Set(codes)].toSorted())
    expect(codes.join("")).toMatch(/^[a-z]+$/)
    for (const [type, code] of EVENT_CODES) {
      expect(eventTypeOf(code)).toBe(type)
    }
  })

  it.each(["", "z", "aa", "constructor"])("knows no type of '%s'", (code) => {
    expect(() => eventTypeOf(code)).toThrow(RangeError)
  })
})

describe("pathsReport", () => {
  const view = codeOf("page_view")
  const cart = codeOf("add_to_cart")
  const row = {
    total: 4,
    unfinished: 2,
    paths: [{ walk: `${view}${cart}`, is_cut: true, count: 3 }],
    links: [
      { position: 0, near: view, far: cart, is_cut: false, count: 3 },
      { position: 1, near: cart, far: "", is_cut: true, count: 3 },
      { position: 0, near: view, far: "", is_cut: false, count: 1 },
    ],
  }

  it("reads walks forwards from an event", () => {
    expect(pathsReport(row, "from")).toEqual({
      paths: [
        {
          steps: ["page_view", "add_to_cart"],
          end: "(more)",
          count: 3,
          share: 0.75,
        },
      ],
      total: 4,
      other: { count: 1, share: 0.25 },
      links: [
        { position: 0, source: "page_view", target: "add_to_cart", count: 3 },
        { position: 1, source: "add_to_cart", target: "(more)", count: 3 },
        { position: 0, source: "page_view", target: "(left)", count: 1 },
      ],
      unfinished: 2,
    })
  })

  it("reads walks backwards to an event", () => {
    const { paths, links } = pathsReport(row, "to")
    expect(paths[0]!.steps).toEqual(["add_to_cart", "page_view"])
    expect(links).toEqual([
      { position: 0, source: "add_to_cart", target: "page_view", count: 3 },
      { position: 1, source: "(more)", target: "add_to_cart", count: 3 },
      { position: 0, source: "(start)", target: "page_view", count: 1 },
    ])
  })
})

describe("dropoffReport", () => {
  it("puts the most frequent first, then by name, and shares of nobody are null", () => {
    const stop = (
      event_type: DropoffRow["event_type"],
      count: number
    ): DropoffRow => ({ is_finished: true, step: 0, event_type, count })
    const { steps } = dropoffReport(
      [
        stop("purchase", 2),
        stop(null, 1),
        stop("page_view", 5),
        stop("form_submit", 2),
      ],
      ["page_view", "add_to_cart"]
    )
    expect(steps).toEqual([
      {
        name: "page_view",
        count: 10,
        dropped: 10,
        drop_rate: 1,
        instead: [
          { event_type: "page_view", count: 5, share: 0.5 },
          { event_type: "form_submit", count: 2, share: 0.2 },
          { event_type: "purchase", count: 2, share: 0.2 },
        ],
        nothing: { count: 1, share: 0.1 },
      },
      {
        name: "add_to_cart",
        count: 0,
        dropped: 0,
        drop_rate: null,
        instead: [],
        nothing: { count: 0, share: null },
      },
    ])
  })
})
