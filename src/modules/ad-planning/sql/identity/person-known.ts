import type { SqlStatement } from "../../types"
import type { Suppressed } from "./suppression"

/** Whether anything names a person, and whether they were erased. */
export function personKnownSql(
  personId: string,
  { kind, value_hash }: Suppressed
): SqlStatement {
  const tables = ["ad_planning_identity_link", "conversion", "customer_journey"]
  return {
    sql: `
      SELECT ${tables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE person_id = ? AND deleted_at IS NULL)`).join("\n          OR ")}
          AS is_named,
             EXISTS (SELECT 1 FROM ad_planning_suppression
                      WHERE kind = ? AND value_hash = ? AND deleted_at IS NULL) AS was_erased`,
    params: [...tables.map(() => personId), kind, value_hash],
  }
}
