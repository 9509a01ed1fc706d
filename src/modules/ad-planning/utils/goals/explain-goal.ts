import type {
  Goal,
  GoalConditions,
  GoalEvent,
  PropertyValue,
} from "../../types"
import { GOAL_TYPE_RULES } from "./goal-types"
import { matchPath } from "./match-path"
import { propertyValues } from "./property-values"
import { SILENT_EVENTS, TRACKER_EVENTS } from "./tracker-events"

/** One condition that an event does not meet. */
export interface GoalReason {
  /** The goal's field or condition; `properties.<name>` for a property. */
  condition: string
  expected: unknown
  actual: unknown
  message: string
}

export interface GoalVerdict {
  matches: boolean
  /** Every condition it does not meet; empty when it matches. */
  reasons: GoalReason[]
}

/**
 * Whether an event meets a goal, and if not, everything that stands against it.
 * A goal is not retroactive: what happened before it was made does not count.
 */
export function explainGoal(goal: Goal, event: GoalEvent): GoalVerdict {
  const { conditions } = goal
  const reasons = [
    activeReason(goal),
    typeReason(goal, event),
    createdReason(goal, event),
    websiteReason(goal, event),
    nameReason(goal, event),
    pathReason(conditions, event),
    atLeast("min_seconds", conditions.min_seconds, event.seconds),
    atLeast(
      "min_scroll_percent",
      conditions.min_scroll_percent,
      event.scroll_percent
    ),
    ...Object.entries(conditions.properties ?? {}).map(([name, expected]) =>
      propertyReason(name, expected, event)
    ),
  ].filter((reason) => reason !== null)
  return { matches: reasons.length === 0, reasons }
}

function activeReason({ is_active }: Goal): GoalReason | null {
  return is_active
    ? null
    : {
        condition: "is_active",
        expected: true,
        actual: false,
        message: "the goal is switched off",
      }
}

function typeReason(goal: Goal, event: GoalEvent): GoalReason | null {
  const { metBy, fits } = GOAL_TYPE_RULES[goal.goal_type]
  return fits(event, goal.conditions)
    ? null
    : {
        condition: "goal_type",
        expected: goal.goal_type,
        actual: event.conversion_type ?? event.kind,
        message: `a ${goal.goal_type} goal is met by ${metBy} only`,
      }
}

function createdReason(goal: Goal, event: GoalEvent): GoalReason | null {
  const expected = goal.created_at.toISOString()
  const actual = event.occurred_at.toISOString()
  return event.occurred_at >= goal.created_at
    ? null
    : {
        condition: "created_at",
        expected,
        actual,
        message: `the goal counts from its creation, ${expected}; the event is of ${actual}`,
      }
}

function websiteReason(goal: Goal, event: GoalEvent): GoalReason | null {
  const { website_id: expected } = goal
  const { website_id: actual } = event
  return expected === null || expected === actual
    ? null
    : {
        condition: "website_id",
        expected,
        actual,
        message: `the goal is for the website ${expected}, the event is of ${actual ?? "none"}`,
      }
}

function nameReason(goal: Goal, event: GoalEvent): GoalReason | null {
  const expected = goal.conditions.event_name ?? null
  const { event_name: actual, kind } = event
  const reason = { condition: "event_name", expected, actual }
  if (actual !== null && isSilent(kind, actual)) {
    return {
      ...reason,
      message: `${actual} is a message of the tracker and meets no goal`,
    }
  }
  if (expected !== null) {
    return expected === actual
      ? null
      : {
          ...reason,
          message: `the event has to be called ${expected}, not ${actual ?? "nothing"}`,
        }
  }
  const isTrackers =
    goal.goal_type === "custom_event" &&
    actual !== null &&
    TRACKER_EVENTS.includes(actual)
  return isTrackers
    ? {
        ...reason,
        message: `${actual} is sent by the tracker itself; it counts only for a goal that names it`,
      }
    : null
}

function pathReason(
  { pathname_pattern: expected }: GoalConditions,
  { pathname: actual }: GoalEvent
): GoalReason | null {
  const matches =
    expected === undefined || (actual !== null && matchPath(expected, actual))
  return matches
    ? null
    : {
        condition: "pathname_pattern",
        expected,
        actual,
        message:
          actual === null
            ? "the event says no page"
            : `the page ${actual} is not like ${expected}`,
      }
}

function atLeast(
  condition: string,
  expected: number | undefined,
  actual: number | null
): GoalReason | null {
  const matches =
    expected === undefined || (actual !== null && actual >= expected)
  return matches
    ? null
    : {
        condition,
        expected,
        actual,
        message: `at least ${expected} is needed, the event says ${actual ?? "nothing"}`,
      }
}

function propertyReason(
  name: string,
  expected: PropertyValue | PropertyValue[],
  event: GoalEvent
): GoalReason | null {
  const wanted = [expected].flat()
  const values = propertyValues(event.properties, name)
  const matches = values.some((value) =>
    wanted.some((one) => isEqual(one, value))
  )
  return matches
    ? null
    : {
        condition: `properties.${name}`,
        expected,
        actual: values.length > 1 ? values : (values[0] ?? null),
        message:
          values.length === 0
            ? `the event has no property ${name}`
            : `the property ${name} has another value`,
      }
}

/** As text where one of them is a text: forms and query strings know no other. */
function isEqual(expected: PropertyValue, actual: unknown): boolean {
  if (typeof actual === "string") {
    return String(expected) === actual
  }
  if (typeof actual === "number" || typeof actual === "boolean") {
    return typeof expected === "string"
      ? expected === String(actual)
      : expected === actual
  }
  return false
}

function isSilent(kind: GoalEvent["kind"], name: string): boolean {
  return kind === "custom_event" && SILENT_EVENTS.includes(name)
}
