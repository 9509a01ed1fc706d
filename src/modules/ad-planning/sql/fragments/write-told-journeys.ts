import {
  bigNumberAssignments,
  bigNumberColumns,
  bigNumberValues,
} from "./big-number"
import { newId } from "./new-id"

/**
 * CTEs that follow the CTE `told`, which has touchpoints with their key, these
 * columns and `value`: write those that differ from what is there, so that nobody
 * waits for a row that stays as it is. `told_anew` has the ids of those written.
 */
export function writeToldJourneys(columns: readonly string[]): string {
  const all = (alias: string) =>
    [...columns, "value"].map((column) => `${alias}.${column}`).join(", ")
  return `changed AS (
        SELECT told.*
          FROM told
          LEFT JOIN customer_journey journey
            ON journey.source_type = told.source_type AND journey.source_id = told.source_id
         WHERE journey.id IS NULL OR (${all("journey")}) IS DISTINCT FROM (${all("told")})
      ),
      told_anew AS (
      INSERT INTO customer_journey
             (id, source_type, source_id, ${columns.join(", ")}, ${bigNumberColumns(["value"])})
      SELECT ${newId("cjrn")}, source_type, source_id, ${columns.join(", ")},
             ${bigNumberValues("changed", ["value"])}
        FROM changed
       ORDER BY source_type, source_id
      ON CONFLICT (source_type, source_id) DO UPDATE SET
        ${columns.map((column) => `${column} = excluded.${column}`).join(", ")},
        ${bigNumberAssignments(["value"])}, updated_at = now()
      RETURNING id)`
}
