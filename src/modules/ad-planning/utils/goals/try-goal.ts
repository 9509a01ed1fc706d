import type { ConversionType, Decimal, Goal, GoalEvent } from "../../types"
import { explainGoal, type GoalVerdict } from "./explain-goal"
import {
  goalConversionType,
  goalValue,
  type GoalValue,
} from "./goal-conversion"
import { matchGoal } from "./match-goal"

/** What would become of an event if it happened. */
export interface GoalTrial extends GoalVerdict {
  goal_id: string
  conversion_type: ConversionType
  /** Null where it does not match, or is worth no known amount. */
  value: Decimal | null
  currency: string | null
  /** The conversion exists anyway and would get this goal's name. */
  would_label: boolean
  /** Of all active goals this is the one that the event counts for. */
  wins: boolean
  /** The goal that it counts for. */
  won_by: string | null
}

/** Tries one goal on an event, beside all that are active. Nothing is counted. */
export function tryGoal(
  goal: Goal,
  activeGoals: readonly Goal[],
  event: GoalEvent
): GoalTrial {
  const verdict = explainGoal(goal, event)
  const winner = matchGoal(activeGoals, event)
  const wins = winner?.id === goal.id
  return {
    goal_id: goal.id,
    ...verdict,
    conversion_type: event.conversion_type ?? goalConversionType(goal),
    ...(verdict.matches ? worthOf(goal, event) : NOTHING),
    would_label: wins && event.kind === "conversion",
    wins,
    won_by: winner?.id ?? null,
  }
}

const NOTHING: GoalValue = { value: null, currency: null }

/** An order is worth what it is; what the goal sets none for, what it says. */
function worthOf(goal: Goal, event: GoalEvent): GoalValue {
  const set =
    event.conversion_type === "purchase" ? NOTHING : goalValue(goal, event)
  if (set.value !== null || event.kind !== "conversion") {
    return set
  }
  return event.value === null || event.currency === null
    ? NOTHING
    : { value: event.value, currency: event.currency }
}
