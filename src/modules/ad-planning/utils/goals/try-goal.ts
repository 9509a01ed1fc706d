import type { ConversionType, Decimal, Goal, GoalEvent } from "../../types"
import { explainGoal, type GoalVerdict } from "./explain-goal"
import { goalConversionType, goalValue, labelsOnly } from "./goal-conversion"
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
  const worth = verdict.matches
    ? goalValue(goal, event)
    : { value: null, currency: null }
  return {
    goal_id: goal.id,
    ...verdict,
    conversion_type: goalConversionType(goal),
    ...worth,
    would_label: wins && labelsOnly(goal),
    wins,
    won_by: winner?.id ?? null,
  }
}
