import type { Goal } from "./goals"

/** Everything of a goal that a person decides. */
export type GoalInput = Omit<Goal, "id" | "created_at">

/** A new goal: what is not said is what the table has for it. */
export type NewGoal = Pick<GoalInput, "name" | "goal_type"> & Partial<GoalInput>

/** What of a goal is to be otherwise; what is not named stays. */
export type GoalChange = Partial<GoalInput> & { id: string }

/** What a goal brought so far. */
export interface GoalCounters {
  /** Without canceled orders. */
  conversions: number
  last_converted_at: Date | null
  /** Major units, one row per currency; purchases count with their net value. */
  values: { currency: string; value: number }[]
}
