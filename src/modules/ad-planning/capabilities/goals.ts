import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import {
  goalCountersSql,
  type GoalCountersRow,
} from "../sql/goals/goal-counters"
import { activeGoalsSql, goalsByIdSql, lockGoalsSql } from "../sql/goals/goals"
import { replaceGoalsSql } from "../sql/goals/replace-goals"
import type { Goal, GoalChange, GoalCounters, NewGoal } from "../types"
import { goalProblem, type GoalParts } from "../utils/goals/goal-problem"
import { read, type SqlContext, write } from "../effects/sql-context"

const NO_CONVERSIONS: GoalCounters = {
  conversions: 0,
  last_converted_at: null,
  values: [],
}

/** What a shop wants to happen, and how often it did. */
export class Goals extends Capability {
  /** Every goal that an event can meet. */
  @InjectManager()
  async activeGoals(
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Goal[]> {
    const rows = await read<Goal>(sharedContext, activeGoalsSql())
    return rows.map(readGoal)
  }

  /** @throws MedusaError not_found */
  @InjectManager()
  async goalById(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Goal> {
    const [row] = await read<Goal>(sharedContext, goalsByIdSql([id]))
    return readGoal(found(id, row))
  }

  /** What each of these goals brought so far, by id; each id has an entry. */
  @InjectManager()
  async goalCounters(
    ids: string[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<Map<string, GoalCounters>> {
    const rows = await read<GoalCountersRow>(
      sharedContext,
      goalCountersSql(ids)
    )
    const counted = new Map(rows.map((row) => [row.goal_id, readCounters(row)]))
    return new Map(ids.map((id) => [id, counted.get(id) ?? NO_CONVERSIONS]))
  }

  /**
   * New goals, all or none.
   *
   * @returns their ids
   * @throws MedusaError invalid_data for parts that do not go together
   */
  @InjectTransactionManager()
  async createGoals(
    goals: NewGoal[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    goals.forEach(rejectProblem)
    const created = await this.service.createConversionGoals(
      goals.map(({ conditions = {}, default_value = null, ...goal }) => ({
        ...goal,
        conditions: { ...conditions },
        default_value: default_value === null ? null : Number(default_value),
      })),
      sharedContext
    )
    return created.map(({ id }) => id)
  }

  /**
   * Changes goals; conditions are replaced, not merged, as Medusa's generated
   * update would. Nothing changes unless all of it can.
   *
   * @returns the goals as they were: given back here, they undo it
   * @throws MedusaError not_found; invalid_data for parts that do not go together
   */
  @InjectTransactionManager()
  async replaceGoals(
    changes: GoalChange[],
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<GoalChange[]> {
    const rows = await write<Goal>(
      sharedContext,
      lockGoalsSql(changes.map(({ id }) => id))
    )
    const former = new Map(rows.map((row) => [row.id, readGoal(row)]))
    for (const change of changes) {
      rejectProblem({
        ...found(change.id, former.get(change.id)),
        ...change,
      })
    }
    await write(sharedContext, replaceGoalsSql(changes))
    return [...former.values()]
  }
}

function found(id: string, goal: Goal | undefined): Goal {
  if (!goal) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `ConversionGoal with id: ${id} was not found`
    )
  }
  return goal
}

function rejectProblem(goal: GoalParts): void {
  const problem = goalProblem(goal)
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: Field '${problem.field}': ${problem.message}`
    )
  }
}

/** The driver may hand instants over as text. */
function readGoal(row: Goal): Goal {
  return { ...row, created_at: new Date(row.created_at) }
}

function readCounters(row: GoalCountersRow): GoalCounters {
  return {
    conversions: row.conversions,
    last_converted_at: row.last_converted_at && new Date(row.last_converted_at),
    values: row.currencies.map(({ currency, value }) => ({
      currency,
      value: Number(value),
    })),
  }
}
