import type {
  Goal,
  GoalConditions,
  GoalEvent,
  GoalType,
} from "../../../src/modules/ad-planning/types"
import { explainGoal } from "../../../src/modules/ad-planning/utils/goals/explain-goal"
import { matchPath } from "../../../src/modules/ad-planning/utils/goals/match-path"
import {
  SILENT_EVENTS,
  TRACKER_EVENTS,
} from "../../../src/modules/ad-planning/utils/goals/tracker-events"
import { GOAL_TYPES } from "../../../src/modules/ad-planning/types"
import { EVENT_TIME, GOAL_CREATED, goal, goalEvent } from "./helpers/goals"

/** The conditions it fails on, in words. */
function failing(changes: Partial<Goal>, event: Partial<GoalEvent>): string[] {
  const verdict = explainGoal(goal(changes), goalEvent(event))
  expect(verdict.matches).toBe(verdict.reasons.length === 0)
  return verdict.reasons.map((reason) => reason.condition)
}

describe("explainGoal, by type", () => {
  const order: Partial<GoalEvent> = {
    kind: "conversion",
    conversion_type: "purchase",
    event_name: null,
  }
  const lead: Partial<GoalEvent> = {
    ...order,
    conversion_type: "lead_form_submission",
  }
  const cart: Partial<GoalEvent> = { ...order, conversion_type: "add_to_cart" }
  const checkout: Partial<GoalEvent> = {
    ...order,
    conversion_type: "begin_checkout",
    event_name: "begin_checkout",
  }
  const engagement: Partial<GoalEvent> = {
    ...order,
    conversion_type: "page_engagement",
    event_name: "page_engagement",
  }
  const page: Partial<GoalEvent> = { kind: "page_view", event_name: null }
  const custom: Partial<GoalEvent> = { event_name: "signup" }
  const namedCart: Partial<GoalEvent> = { event_name: "add_to_cart" }

  // What meets a goal of each type that has no conditions.
  it.each<[GoalType, string[]]>([
    ["purchase", ["order"]],
    ["lead_form", ["lead"]],
    ["add_to_cart", ["cart", "namedCart"]],
    ["page_view", ["page", "timedPage", "scrolledPage"]],
    ["time_on_page", ["timed", "timedEngagement"]],
    ["scroll_depth", ["scrolled", "scrolledPage"]],
    [
      "custom_event",
      ["custom", "namedCart", "checkout", "ownConversion", "timed", "scrolled"],
    ],
  ])("a %s goal is met by %j and nothing else", (goal_type, expected) => {
    const events: Record<string, Partial<GoalEvent>> = {
      order,
      lead,
      cart,
      checkout,
      engagement,
      page,
      custom,
      namedCart,
      ownConversion: { ...order, conversion_type: "custom" },
      timed: { event_name: "reading", seconds: 0 },
      timedEngagement: { ...engagement, seconds: 60 },
      timedPage: { ...page, seconds: 60 },
      scrolled: { event_name: "reading", scroll_percent: 0 },
      scrolledPage: { ...page, scroll_percent: 50 },
    }
    const met = Object.entries(events)
      .filter(([, event]) => failing({ goal_type }, event).length === 0)
      .map(([name]) => name)
    expect(new Set(met)).toEqual(new Set(expected))
  })

  it.each(GOAL_TYPES)(
    "no %s goal is met by a message of the tracker, even one that names it",
    (goal_type) => {
      for (const event_name of SILENT_EVENTS) {
        const event = { event_name, seconds: 60, scroll_percent: 50 }
        for (const conditions of [{}, { event_name }]) {
          expect(failing({ goal_type, conditions }, event)).toContain(
            "event_name"
          )
        }
      }
    }
  )

  it("the tracker's own events are those of the storefront's script", () => {
    expect(TRACKER_EVENTS).toEqual([
      "conversion",
      "heartbeat",
      "identify",
      "page_engagement",
      "scroll_depth",
      "time_on_site",
    ])
  })

  it.each(["page_engagement", "scroll_depth", "time_on_site"])(
    "%s meets a custom event goal only where it is named",
    (event_name) => {
      expect(failing({}, { event_name })).toEqual(["event_name"])
      expect(failing({ conditions: { event_name } }, { event_name })).toEqual(
        []
      )
    }
  )

  it("an add to cart goal asks for its own name instead, of both kinds of event", () => {
    const named: Partial<Goal> = {
      goal_type: "add_to_cart",
      conditions: { event_name: "add_bundle" },
    }
    expect(failing(named, { event_name: "add_bundle" })).toEqual([])
    expect(failing(named, { ...cart, event_name: "add_bundle" })).toEqual([])
    expect(failing(named, namedCart)).toEqual(["goal_type", "event_name"])
    expect(failing(named, cart)).toEqual(["event_name"])
  })
})

describe("explainGoal, by condition", () => {
  it.each<[string, GoalConditions, Partial<GoalEvent>, string[]]>([
    ["the name", { event_name: "signup" }, {}, []],
    ["another case", { event_name: "Signup" }, {}, ["event_name"]],
    ["no name", { event_name: "a" }, { event_name: null }, ["event_name"]],
    ["the path", { pathname_pattern: "/a*" }, { pathname: "/ab" }, []],
    [
      "another path",
      { pathname_pattern: "/b*" },
      { pathname: "/ab" },
      ["pathname_pattern"],
    ],
    [
      "no path",
      { pathname_pattern: "*" },
      { pathname: null },
      ["pathname_pattern"],
    ],
    ["just enough seconds", { min_seconds: 30 }, { seconds: 30 }, []],
    [
      "too few seconds",
      { min_seconds: 30 },
      { seconds: 29.99 },
      ["min_seconds"],
    ],
    ["no seconds", { min_seconds: 30 }, {}, ["min_seconds"]],
    [
      "just enough percent",
      { min_scroll_percent: 75 },
      { scroll_percent: 75 },
      [],
    ],
    [
      "too few percent",
      { min_scroll_percent: 75 },
      { scroll_percent: 50 },
      ["min_scroll_percent"],
    ],
  ])("%s", (_case, conditions, event, expected) => {
    expect(failing({ conditions }, event)).toEqual(expected)
  })

  it.each<[string, string | null, string | null, string[]]>([
    ["every website, any website", null, "web_a", []],
    ["every website, none", null, null, []],
    ["the same website", "web_a", "web_a", []],
    ["another website", "web_b", "web_a", ["website_id"]],
    ["a website, none", "web_b", null, ["website_id"]],
  ])("%s", (_case, website_id, ofEvent, expected) => {
    expect(failing({ website_id }, { website_id: ofEvent })).toEqual(expected)
  })

  it("counts from its creation, to the millisecond", () => {
    const before = new Date(GOAL_CREATED.getTime() - 1)
    expect(failing({}, { occurred_at: GOAL_CREATED })).toEqual([])
    expect(failing({}, { occurred_at: before })).toEqual(["created_at"])
  })

  it("says everything that is against it, with what was and should be", () => {
    const verdict = explainGoal(
      goal({
        goal_type: "time_on_page",
        is_active: false,
        website_id: "web_b",
        created_at: EVENT_TIME,
        conditions: {
          event_name: "reading",
          pathname_pattern: "/blog/*",
          min_seconds: 30,
          min_scroll_percent: 50,
          properties: { plan: ["pro", "team"], beta: true },
        },
      }),
      goalEvent({
        occurred_at: GOAL_CREATED,
        pathname: "/shop",
        properties: { plan: "free" },
      })
    )
    expect(verdict).toEqual({
      matches: false,
      reasons: [
        {
          condition: "is_active",
          expected: true,
          actual: false,
          message: "the goal is switched off",
        },
        {
          condition: "goal_type",
          expected: "time_on_page",
          actual: "custom_event",
          message:
            "a time_on_page goal is met by an event that says how many seconds were spent only",
        },
        {
          condition: "created_at",
          expected: "2026-08-03T10:00:00.000Z",
          actual: "2026-08-01T00:00:00.000Z",
          message:
            "the goal counts from its creation, 2026-08-03T10:00:00.000Z; the event is of 2026-08-01T00:00:00.000Z",
        },
        {
          condition: "website_id",
          expected: "web_b",
          actual: "web_a",
          message: "the goal is for the website web_b, the event is of web_a",
        },
        {
          condition: "event_name",
          expected: "reading",
          actual: "signup",
          message: "the event has to be called reading, not signup",
        },
        {
          condition: "pathname_pattern",
          expected: "/blog/*",
          actual: "/shop",
          message: "the page /shop is not like /blog/*",
        },
        {
          condition: "min_seconds",
          expected: 30,
          actual: null,
          message: "at least 30 is needed, the event says nothing",
        },
        {
          condition: "min_scroll_percent",
          expected: 50,
          actual: null,
          message: "at least 50 is needed, the event says nothing",
        },
        {
          condition: "properties.plan",
          expected: ["pro", "team"],
          actual: "free",
          message: "the property plan has another value",
        },
        {
          condition: "properties.beta",
          expected: true,
          actual: null,
          message: "the event has no property beta",
        },
      ],
    })
  })
})

describe("explainGoal, properties", () => {
  const properties = {
    plan: "pro",
    seats: 5,
    price: "9.90",
    beta: true,
    agreed: "true",
    tags: ["new", 7],
    nothing: null,
    order: { id: "o_1", address: { city: "Berlin" } },
    items: [{ sku: "A" }, { sku: "B", sizes: ["S", "M"] }],
    "utm.id": "42",
    utm: { id: "43", source: "x" },
  }

  it.each<[string, GoalConditions["properties"], boolean]>([
    ["an equal text", { plan: "pro" }, true],
    ["another text", { plan: "free" }, false],
    ["a text in another case", { plan: "Pro" }, false],
    ["an equal number", { seats: 5 }, true],
    ["a number given as text", { seats: "5" }, true],
    ["a text that is another spelling of a number", { seats: "5.0" }, false],
    ["a number where the event has text", { price: 9.9 }, false],
    ["the text where the event has text", { price: "9.90" }, true],
    ["true", { beta: true }, true],
    ["true as text", { beta: "true" }, true],
    ["true where the event has the text", { agreed: true }, true],
    ["1 for true", { beta: 1 }, false],
    ["true for 5", { seats: true }, false],
    ["one of several", { plan: ["team", "pro"] }, true],
    ["none of several", { plan: ["team", "free"] }, false],
    ["none of no values", { plan: [] }, false],
    ["an element of the event's list", { tags: "new" }, true],
    ["a number in the event's list", { tags: ["7"] }, true],
    ["none of the event's list", { tags: "old" }, false],
    ["null as text", { nothing: "null" }, false],
    ["an object as text", { order: "[object Object]" }, false],
    ["a nested value", { "order.id": "o_1" }, true],
    ["a value two levels down", { "order.address.city": "Berlin" }, true],
    ["a value of any object in a list", { "items.sku": "B" }, true],
    ["a list in an object in a list", { "items.sizes": "M" }, true],
    ["a value of no object in a list", { "items.sku": "C" }, false],
    ["a name with a dot of its own, first", { "utm.id": "42" }, true],
    ["not the nested value behind it", { "utm.id": "43" }, false],
    ["a nested value beside it", { "utm.source": "x" }, true],
    ["a letter of a text", { "plan.0": "p" }, false],
    ["the length of a text", { "plan.length": 3 }, false],
    ["a name nobody sent", { other: "x" }, false],
    ["all of two", { plan: "pro", seats: 5 }, true],
    ["one of two", { plan: "pro", seats: 6 }, false],
  ])("%s", (_case, asked, expected) => {
    const conditions = { properties: asked }
    expect(failing({ conditions }, { properties }).length === 0).toBe(expected)
  })

  it.each([
    "constructor",
    "constructor.name",
    "__proto__",
    "toString",
    "toString.name",
    "hasOwnProperty",
    "order.constructor.name",
  ])("nobody sent the property %s that every object has", (name) => {
    const asked = Object.fromEntries([
      [name, ["Object", "toString", "function"]],
    ])
    const verdict = explainGoal(
      goal({ conditions: { properties: asked } }),
      goalEvent({ properties })
    )
    expect(verdict.reasons).toEqual([
      {
        condition: `properties.${name}`,
        expected: ["Object", "toString", "function"],
        actual: null,
        message: `the event has no property ${name}`,
      },
    ])
  })

  it.each(["constructor", "__proto__", "toString"])(
    "but reads a property called %s that the event did bring",
    (name) => {
      const sent: Record<string, unknown> = JSON.parse(`{"${name}":"here"}`)
      const asked: GoalConditions["properties"] = JSON.parse(
        `{"${name}":"here"}`
      )
      expect(
        failing({ conditions: { properties: asked } }, { properties: sent })
      ).toEqual([])
    }
  )
})

describe("matchPath", () => {
  it.each<[string, string, boolean]>([
    ["/a", "/a", true],
    ["/a", "/a/", true],
    ["/a/", "/a", true],
    ["/a/", "/a/", true],
    ["/a", "/A", false],
    ["/a", "/ab", false],
    ["/a", "/b/a", false],
    ["/a", "/a?b=1", true],
    ["/a", "/a/?b=/c", true],
    ["/a", "/a#part", true],
    ["/*b=1", "/a?b=1", false],
    ["/", "/", true],
    ["/", "/a", false],
    ["*", "/", true],
    ["*", "/a/b", true],
    ["*/", "/a/b", true],
    ["/a/*", "/a/b/c", true],
    // The star is also nothing, and /a/ is /a.
    ["/a/*", "/a/", true],
    ["/a/*", "/a", true],
    ["/a/*", "/ab", false],
    ["/a*", "/ab", true],
    ["/a/*/c", "/a/b/c", true],
    ["/a/*/c", "/a/b/d/c/", true],
    ["/a/*/c", "/a/c", false],
    ["*/thanks", "/de/thanks", true],
    ["*/thanks", "/de/thanks/2", false],
    ["*cart*", "/de/cart/items", true],
    ["*cart*", "/de/card/items", false],
    ["/ab*ab", "/ab", false],
    ["/ab*ab", "/abab", true],
    ["/a**b", "/ab", true],
    ["/a*x*y", "/a-y-x", false],
    // No regular expression: these stand for themselves.
    ["/a.c", "/abc", false],
    ["/a.c", "/a.c", true],
    ["/(a|b)", "/a", false],
    ["/(a|b)+", "/(a|b)+", true],
    ["/[ab]$", "/[ab]$", true],
    ["/a\\d", "/a1", false],
    ["/a\\", "/a\\", true],
  ])("%s for %s: %s", (pattern, pathname, expected) => {
    expect(matchPath(pattern, pathname)).toBe(expected)
  })
})
