import type { NpsSnapshot, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

const INTEGERS = [
  "window_days",
  "promoters",
  "passives",
  "detractors",
  "all_promoters",
  "all_passives",
  "all_detractors",
  "undetermined",
  "asked",
  "asked_answered",
]
const COLUMNS = [...INTEGERS, "nps", "margin"]

/**
 * Writes snapshots; one that did not change is not touched.
 *
 * @returns the rows that were written
 */
export function upsertNpsSnapshotsSql(snapshots: NpsSnapshot[]): SqlStatement {
  const list = (alias: string) =>
    COLUMNS.map((column) => `${alias}.${column}`).join(", ")
  return {
    sql: `
      WITH told AS (
        SELECT * FROM jsonb_to_recordset(?::jsonb) AS told(
          day text, scope text, ${INTEGERS.map((column) => `${column} int`).join(", ")}, nps float8, margin float8)
      )
      INSERT INTO ad_planning_nps_snapshot (id, day, scope, ${COLUMNS.join(", ")})
      SELECT ${newId("apnps")}, told.day, told.scope, ${list("told")}
        FROM told
        LEFT JOIN ad_planning_nps_snapshot former ON former.day = told.day AND former.scope = told.scope
       WHERE former.id IS NULL OR (${list("former")}) IS DISTINCT FROM (${list("told")})
       ORDER BY told.day, told.scope
      ON CONFLICT (day, scope) DO UPDATE SET
        ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}, updated_at = now()
      RETURNING id`,
    params: [JSON.stringify(snapshots)],
  }
}
