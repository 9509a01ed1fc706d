import type { GoalInput } from "../../types"

export type GoalParts = Partial<
  Pick<GoalInput, "goal_type" | "is_primary" | "default_value" | "currency">
>

/** Why the parts of a goal do not go together: the field, and the reason. */
export interface GoalProblem {
  field: "is_primary" | "currency"
  message: string
}

/**
 * What no goal may be: an engagement milestone that counts as a conversion, or
 * worth an amount of no currency. Null when its parts go together.
 */
export function goalProblem(goal: GoalParts): GoalProblem | null {
  const isMilestone =
    goal.goal_type === "time_on_page" || goal.goal_type === "scroll_depth"
  if (goal.is_primary === true && isMilestone) {
    return {
      field: "is_primary",
      message: `must be false for ${goal.goal_type}: engagement milestones are not conversions`,
    }
  }
  const hasValue =
    goal.default_value !== undefined && goal.default_value !== null
  return hasValue && !goal.currency
    ? { field: "currency", message: "is required with default_value" }
    : null
}
