import type { Goal, GoalEvent } from "../../types"
import { explainGoal } from "./explain-goal"

/**
 * The goal an event counts for, of those it meets: the highest priority, then a
 * goal of the event's own website before one for all, then the oldest. Two
 * of the same instant are told apart by their ids, so that the order in which
 * the goals are given never decides.
 */
export function matchGoal(
  goals: readonly Goal[],
  event: GoalEvent
): Goal | null {
  return goals
    .filter((goal) => explainGoal(goal, event).matches)
    .reduce<Goal | null>(
      (best, goal) => (best && compareGoals(best, goal) <= 0 ? best : goal),
      null
    )
}

/** Below 0 when `left` goes before `right`. Both meet the event. */
function compareGoals(left: Goal, right: Goal): number {
  return (
    right.priority - left.priority ||
    Number(left.website_id === null) - Number(right.website_id === null) ||
    left.created_at.getTime() - right.created_at.getTime() ||
    Number(left.id > right.id) - Number(left.id < right.id)
  )
}
