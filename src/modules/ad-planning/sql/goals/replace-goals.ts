import type { GoalChange, SqlStatement } from "../../types"
import { bigNumberColumns, bigNumberValues } from "../fragments/big-number"

const COLUMNS = [
  "name",
  "goal_type",
  "conditions",
  "currency",
  "value_from_event",
  "is_active",
  "is_primary",
  "priority",
  "website_id",
] as const
const AMOUNTS = ["default_value"] as const

/**
 * Changes what is named of each goal and leaves the rest; what is named is
 * replaced as a whole, so a condition that is left out is gone.
 */
export function replaceGoalsSql(changes: GoalChange[]): SqlStatement {
  return {
    sql: `
      UPDATE conversion_goal goal
         SET (${COLUMNS.join(", ")}, ${bigNumberColumns(AMOUNTS)}, updated_at) = (
               SELECT ${COLUMNS.map((column) => `changed.${column}`).join(", ")},
                      ${bigNumberValues("changed", AMOUNTS)}, now()
                 FROM jsonb_populate_record(goal, change) AS changed)
        FROM jsonb_array_elements(?::jsonb) AS change
       WHERE goal.id = change ->> 'id' AND goal.deleted_at IS NULL`,
    params: [JSON.stringify(changes)],
  }
}
