import type { SqlStatement, SuppressionKind } from "../../types"
import { JSON_LIST } from "../fragments/json-list"
import { newId } from "../fragments/new-id"

/** An identifier of somebody erased, as it is remembered. */
export interface Suppressed {
  kind: SuppressionKind
  value_hash: string
}

const ASKED =
  "jsonb_to_recordset(?::jsonb) AS asked(kind text, value_hash text)"

/** Which of these identifiers are of people who were erased, and when. */
export function suppressedSql(asked: Suppressed[]): SqlStatement {
  return {
    sql: `
      SELECT kind, value_hash, suppression.erasure_id
        FROM ad_planning_suppression suppression
        JOIN ${ASKED} USING (kind, value_hash)
       WHERE suppression.deleted_at IS NULL`,
    params: [JSON.stringify(asked)],
  }
}

/** Which of these conversions were erased. */
export function erasedKeysSql(keys: string[]): SqlStatement {
  return {
    sql: `
      SELECT idempotency_key FROM conversion
       WHERE idempotency_key = ANY(${JSON_LIST}) AND erased_at IS NOT NULL AND deleted_at IS NULL`,
    params: [JSON.stringify(keys)],
  }
}

/** Remembers identifiers of one erasure; those known already stay as they are. */
export function suppressSql(
  erasureId: string,
  suppressed: Suppressed[]
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_suppression (id, erasure_id, kind, value_hash)
      SELECT ${newId("apsupp")}, ?, kind, value_hash
        FROM (SELECT DISTINCT kind, value_hash FROM ${ASKED}) named
       ORDER BY kind, value_hash
      ON CONFLICT (kind, value_hash) DO NOTHING
      RETURNING id`,
    params: [erasureId, JSON.stringify(suppressed)],
  }
}
