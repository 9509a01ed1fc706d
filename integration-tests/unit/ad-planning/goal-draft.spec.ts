import type { Goal } from "../../../src/admin/lib/api-types"
import {
  bodyOf,
  draftOf,
  eventOf,
  NEW_GOAL,
  sampleOf,
  showsCondition,
  withType,
} from "../../../src/admin/lib/goal-draft"
import {
  AdminCreateGoal,
  AdminTestGoal,
} from "../../../src/api/admin/ad-planning/goals/validators"
import { GOAL_TYPES } from "../../../src/modules/ad-planning/types"

const GOAL: Goal = {
  id: "convgoal_1",
  name: "Signup",
  goal_type: "custom_event",
  conditions: {
    event_name: "signup",
    pathname_pattern: "/join/*",
    properties: { plan: ["pro", "team"], seats: 5, beta: true },
  },
  default_value: 12.5,
  currency: "eur",
  value_from_event: true,
  is_active: false,
  is_primary: true,
  priority: 7,
  website_id: "web_a",
  created_at: "2026-10-01T10:00:00.000Z",
  counters: { conversions: 0, last_converted_at: null, values: [] },
}

/** As it is sent. */
const sent = (value: unknown) => JSON.parse(JSON.stringify(value))

describe("the form of a goal", () => {
  it("sends what it was opened with, property values as text", () => {
    const {
      id: _id,
      created_at: _created,
      counters: _counters,
      ...fields
    } = GOAL
    expect(sent(bodyOf(draftOf(GOAL)))).toEqual({
      ...fields,
      currency: "EUR",
      conditions: {
        ...GOAL.conditions,
        properties: { plan: ["pro", "team"], seats: "5", beta: "true" },
      },
    })
  })

  it.each(GOAL_TYPES)("sends a new %s goal that the API takes", (type) => {
    const body = sent(bodyOf({ ...withType(NEW_GOAL, type), name: " Goal " }))
    expect(AdminCreateGoal.parse(body)).toEqual({
      name: "Goal",
      goal_type: type,
      conditions: {},
      default_value: null,
      currency: null,
      value_from_event: false,
      is_active: true,
      is_primary: false,
      priority: 0,
      website_id: null,
    })
  })

  it("puts rows of one name together and leaves out those without", () => {
    const row = (key: number, name: string, value: string) => ({
      key,
      name,
      value,
    })
    const properties = [
      row(0, "plan", "a"),
      row(1, " plan ", "b"),
      row(2, " ", "c"),
      row(3, "constructor", ""),
    ]
    expect(sent(bodyOf({ ...NEW_GOAL, properties })).conditions).toEqual({
      properties: { plan: ["a", "b"], constructor: "" },
    })
  })

  it("another type loses what cannot be asked of its events", () => {
    const draft = withType(draftOf(GOAL), "scroll_depth")
    expect(draft).toMatchObject({
      event_name: "",
      pathname_pattern: "/join/*",
      properties: [],
      is_primary: false,
    })
    expect(withType(draftOf(GOAL), "add_to_cart")).toEqual({
      ...draftOf(GOAL),
      goal_type: "add_to_cart",
    })
  })

  it("shows what suits the type, and what is there although it does not", () => {
    const draft = withType(NEW_GOAL, "page_view")
    const shown = (given: typeof draft) =>
      (
        [
          "event_name",
          "pathname_pattern",
          "min_seconds",
          "min_scroll_percent",
          "properties",
        ] as const
      ).filter((condition) => showsCondition(given, condition))
    expect(shown(draft)).toEqual(["pathname_pattern", "properties"])
    expect(shown({ ...draft, min_seconds: "5" })).toEqual([
      "pathname_pattern",
      "min_seconds",
      "properties",
    ])
  })
})

describe("the form of a sample event", () => {
  it.each(GOAL_TYPES)("sends one for a %s goal that the API takes", (type) => {
    const event = sent(eventOf(sampleOf({ ...GOAL, goal_type: type })))
    expect(AdminTestGoal.parse({ event })).toEqual({ event })
  })

  it("sends what was typed", () => {
    const sample = {
      ...sampleOf(GOAL),
      kind: "purchase",
      event_name: "order",
      pathname: " /thanks ",
      website_id: "web_a",
      seconds: "1.5",
      scroll_percent: "0",
      value: "9.90",
      currency: "eur",
      properties: [{ key: 0, name: "plan", value: "pro" }],
    }
    expect(sent(eventOf(sample))).toEqual({
      conversion_type: "purchase",
      event_name: "order",
      pathname: "/thanks",
      website_id: "web_a",
      seconds: 1.5,
      scroll_percent: 0,
      value: 9.9,
      currency: "eur",
      metadata: { plan: "pro" },
    })
  })
})
