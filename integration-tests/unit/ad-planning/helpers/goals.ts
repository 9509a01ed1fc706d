import type { Goal, GoalEvent } from "../../../../src/modules/ad-planning/types"

export const GOAL_CREATED = new Date("2026-08-01T00:00:00.000Z")
export const EVENT_TIME = new Date("2026-08-03T10:00:00.000Z")

/** A goal for any custom event, on every website. */
export function goal(overrides: Partial<Goal> = {}): Goal {
  return {
    id: "convgoal_1",
    name: "Goal",
    goal_type: "custom_event",
    conditions: {},
    default_value: null,
    currency: null,
    value_from_event: false,
    is_active: true,
    is_primary: false,
    priority: 0,
    website_id: null,
    created_at: GOAL_CREATED,
    ...overrides,
  }
}

/** A custom event that says nothing but its name. */
export function goalEvent(overrides: Partial<GoalEvent> = {}): GoalEvent {
  return {
    kind: "custom_event",
    conversion_type: null,
    event_name: "signup",
    pathname: "/",
    website_id: "web_a",
    seconds: null,
    scroll_percent: null,
    properties: {},
    value: null,
    currency: null,
    occurred_at: EVENT_TIME,
    ...overrides,
  }
}
