import fc from "fast-check"
import {
  GOAL_TYPES,
  type Goal,
  type GoalConditions,
  type GoalEvent,
  type GoalType,
} from "../../../src/modules/ad-planning/types"
import { explainGoal } from "../../../src/modules/ad-planning/utils/goals/explain-goal"
import {
  goalConversionType,
  goalValue,
} from "../../../src/modules/ad-planning/utils/goals/goal-conversion"
import { matchGoal } from "../../../src/modules/ad-planning/utils/goals/match-goal"
import { matchPath } from "../../../src/modules/ad-planning/utils/goals/match-path"
import { checkProperty } from "./helpers/check-property"
import { EVENT_TIME, GOAL_CREATED, goal, goalEvent } from "./helpers/goals"

const LATER = new Date("2026-08-02T00:00:00.000Z")

describe("matchGoal", () => {
  it.each<[string, Partial<Goal>, Partial<Goal>]>([
    [
      "the higher priority, though younger and for every website",
      { id: "z", priority: 1, created_at: LATER },
      { id: "a", priority: 0, website_id: "web_a" },
    ],
    [
      "a priority below 0 last",
      { id: "z", created_at: LATER },
      { id: "a", priority: -1 },
    ],
    [
      "the event's own website, though younger",
      { id: "z", website_id: "web_a", created_at: LATER },
      { id: "a" },
    ],
    ["the older", { id: "z" }, { id: "a", created_at: LATER }],
    ["the lower id, in code points", { id: "B" }, { id: "a" }],
    [
      "not one that does not match, whatever its priority",
      { id: "z" },
      { id: "a", priority: 1_000, is_active: false },
    ],
  ])("takes %s", (_case, winner, loser) => {
    const [first, second] = [goal(winner), goal(loser)]
    expect(matchGoal([first, second], goalEvent())).toBe(first)
    expect(matchGoal([second, first], goalEvent())).toBe(first)
  })

  it("is null without goals and where none matches", () => {
    expect(matchGoal([], goalEvent())).toBeNull()
    expect(matchGoal([goal({ website_id: "b" })], goalEvent())).toBeNull()
  })
})

const names = fc.constantFrom("signup", "add_to_cart", "heartbeat", "tour")
const paths = fc.constantFrom("/", "/a", "/a/", "/a/b", "/b?x=1")
const websites = fc.constantFrom(null, "web_a", "web_b")

const asksForPlan: fc.Arbitrary<GoalConditions["properties"]> = fc.constant({
  plan: ["pro", 1],
})

// Mostly one condition or none, so that goals are met often enough.
const conditions: fc.Arbitrary<GoalConditions> = fc.oneof(
  fc.constant({}),
  fc.constant({}),
  fc.record({ event_name: names }),
  fc.record({ pathname_pattern: fc.constantFrom("*", "/a*", "/a", "*b") }),
  fc.record({ min_seconds: fc.constantFrom(5, 60) }),
  fc.record({ min_scroll_percent: fc.constantFrom(25, 90) }),
  fc.record({ properties: asksForPlan })
)

const goals: fc.Arbitrary<Goal[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      goal_type: fc.constantFrom(...GOAL_TYPES, "custom_event", "page_view"),
      conditions,
      is_active: fc.constantFrom(true, true, false),
      priority: fc.constantFrom(-1, 0, 1),
      website_id: websites,
      created_at: fc.constantFrom(GOAL_CREATED, LATER),
    })
    .map((changes) => goal(changes)),
  { selector: (row) => row.id, minLength: 2, maxLength: 6 }
)
const events: fc.Arbitrary<GoalEvent> = fc
  .record({
    kind: fc.constantFrom("page_view", "custom_event", "conversion"),
    conversion_type: fc.constantFrom(null, "purchase", "custom", "add_to_cart"),
    event_name: fc.option(names),
    pathname: fc.option(paths),
    website_id: websites,
    seconds: fc.constantFrom(null, 5, 60),
    scroll_percent: fc.constantFrom(null, 25, 100),
    properties: fc.constantFrom({}, { plan: "pro" }, { plan: ["1"] }),
    occurred_at: fc.constantFrom(EVENT_TIME, GOAL_CREATED),
  })
  .map((changes) => goalEvent(changes))

describe("matchGoal, for any goals and any event", () => {
  it("does not depend on their order", () => {
    const shuffled = goals.chain((known) =>
      fc.tuple(
        fc.constant(known),
        fc.shuffledSubarray(known, { minLength: known.length })
      )
    )
    checkProperty(
      fc.property(shuffled, events, ([known, other], event) => {
        expect(matchGoal(other, event)).toBe(matchGoal(known, event))
      }),
      2_000
    )
  })

  it("takes one that matches, and none only where none does", () => {
    let matched = 0
    checkProperty(
      fc.property(goals, events, (known, event) => {
        const fitting = known.filter((row) => explainGoal(row, event).matches)
        const found = matchGoal(known, event)
        matched += found ? 1 : 0
        expect(fitting.includes(found ?? goal())).toBe(fitting.length > 0)
        expect(found === null).toBe(fitting.length === 0)
      }),
      2_000
    )
    // The generators do produce both.
    expect(matched).toBeGreaterThan(250)
    expect(matched).toBeLessThan(1_750)
  })

  it("takes one that no other that matches goes before", () => {
    checkProperty(
      fc.property(goals, events, (known, event) => {
        const found = matchGoal(known, event)
        fc.pre(found !== null)
        for (const row of known) {
          const isBetter =
            explainGoal(row, event).matches && row.priority > found.priority
          expect(isBetter).toBe(false)
        }
      }),
      2_000
    )
  })

  it("one condition more never makes a goal match", () => {
    checkProperty(
      fc.property(goals, events, conditions, (known, event, more) => {
        for (const row of known) {
          // A name is not more but instead: it replaces the type's own.
          const stricter = {
            ...row,
            conditions: { ...more, ...row.conditions, event_name: undefined },
          }
          const looser = {
            ...row,
            conditions: { ...row.conditions, event_name: undefined },
          }
          const isNew =
            explainGoal(stricter, event).matches &&
            !explainGoal(looser, event).matches
          expect(isNew).toBe(false)
        }
      }),
      1_000
    )
  })
})

describe("matchPath, for any text", () => {
  const piece = fc.string({ unit: "grapheme", maxLength: 8 })
  // A path has no query string and is not looked into for one.
  const path = piece.map((text) => `/${text.replace(/[?#*]/g, "")}`)

  it("a path without a star matches itself", () => {
    checkProperty(
      fc.property(path, (text) => expect(matchPath(text, text)).toBe(true))
    )
  })

  it("a star stands for whatever is cut out", () => {
    checkProperty(
      fc.property(path, fc.nat(9), fc.nat(9), (text, from, length) => {
        const pattern = `${text.slice(0, from)}*${text.slice(from + length)}`
        expect(matchPath(pattern, text)).toBe(true)
      })
    )
  })

  it("agrees with the regular expression that it is not", () => {
    const letters = fc.constantFrom("a", "b", "/", "*", ".")
    const pattern = fc.array(letters, { maxLength: 8 }).map((a) => a.join(""))
    const plain = fc
      .array(fc.constantFrom("a", "b", "/", "."), { maxLength: 8 })
      .map((a) => a.join(""))
    checkProperty(
      fc.property(pattern, plain, (asked, text) => {
        const source = asked.replaceAll(".", "\\.").replaceAll("*", ".*")
        const rule = new RegExp(`^${source}$`)
        const bare = text.replace(/\/$/, "")
        expect(matchPath(asked, text)).toBe(
          rule.test(bare) || rule.test(`${bare}/`)
        )
      }),
      5_000
    )
  })

  it.each([
    ["many stars", "*a".repeat(256), "a".repeat(4_000)],
    ["nearly everywhere", `/${"*a".repeat(250)}*b`, `/${"a".repeat(4_000)}`],
    ["a long piece", `*${"a".repeat(500)}b*`, "a".repeat(20_000)],
    ["question marks", "/*", `/${"?".repeat(20_000)}`],
    ["slashes", "/*a", "/".repeat(20_000)],
  ])("is quick with %s", (_case, pattern, pathname) => {
    const started = performance.now()
    for (let round = 0; round < 10; round++) {
      matchPath(pattern, pathname)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe("goalConversionType", () => {
  it.each<[GoalType, string]>([
    ["lead_form", "lead_form_submission"],
    ["purchase", "purchase"],
    ["add_to_cart", "add_to_cart"],
    ["page_view", "page_engagement"],
    ["time_on_page", "page_engagement"],
    ["scroll_depth", "page_engagement"],
    ["custom_event", "custom"],
  ])("%s counts as %s", (goal_type, expected) => {
    expect(goalConversionType({ goal_type })).toBe(expected)
  })
})

describe("goalValue", () => {
  const none = { value: null, currency: null }
  const fixed = { default_value: "5", currency: "eur" }
  const bare = { default_value: null, currency: null }

  it.each<
    [
      string,
      Pick<Goal, "default_value" | "currency">,
      boolean,
      Pick<GoalEvent, "value" | "currency">,
      Pick<GoalEvent, "value" | "currency">,
    ]
  >([
    [
      "the event's, in its currency",
      fixed,
      true,
      { value: "9.90", currency: "usd" },
      { value: "9.90", currency: "usd" },
    ],
    [
      "the event's, in the goal's currency",
      fixed,
      true,
      { value: "9.90", currency: null },
      { value: "9.90", currency: "eur" },
    ],
    [
      "the event's 0",
      fixed,
      true,
      { value: "0", currency: "usd" },
      { value: "0", currency: "usd" },
    ],
    [
      "nothing, where the event's has no currency at all",
      bare,
      true,
      { value: "9.90", currency: null },
      none,
    ],
    [
      "the goal's, where the event has none",
      fixed,
      true,
      { value: null, currency: "usd" },
      { value: "5", currency: "eur" },
    ],
    [
      "the goal's, where the event's is not asked for",
      fixed,
      false,
      { value: "9.90", currency: "usd" },
      { value: "5", currency: "eur" },
    ],
    ["nothing, where neither has one", bare, true, none, none],
    [
      "nothing, though there is a currency",
      { default_value: null, currency: "eur" },
      false,
      none,
      none,
    ],
    [
      "nothing, where the goal's has no currency",
      { default_value: "5", currency: null },
      false,
      { value: null, currency: "usd" },
      none,
    ],
  ])("%s", (_case, ofGoal, value_from_event, ofEvent, expected) => {
    expect(goalValue({ ...ofGoal, value_from_event }, ofEvent)).toEqual(
      expected
    )
  })
})
