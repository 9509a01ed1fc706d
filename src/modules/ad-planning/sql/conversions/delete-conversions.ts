import type { SqlStatement } from "../../types"
import { forgottenChangesCte } from "../fragments/attribution-changes"
import { forgottenJourneysCte } from "../fragments/forget-journeys"
import { JSON_LIST } from "../fragments/json-list"
import { forgottenChoicesCte } from "../fragments/manual-touch"
import type { Snapshot } from "../sync/snapshots"

/** Forgets conversions that are no purchases, by key, and their touchpoints. */
export function deleteConversionsSql(keys: string[]): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        DELETE FROM conversion
         WHERE idempotency_key = ANY(${JSON_LIST}) AND conversion_type <> 'purchase'
        RETURNING *
      ),
      ${forgottenChangesCte("gone")},
      ${forgottenChoicesCte("gone")},
      ${forgottenJourneysCte("gone")}
      SELECT id FROM gone`,
    params: [JSON.stringify(keys)],
  }
}

/** Clears the place of a snapshot's conversions, which are about to come back. */
export function deleteSnapshotConversionsSql(snapshot: Snapshot): SqlStatement {
  return {
    sql: `
      WITH gone AS (
        DELETE FROM conversion
         WHERE id = ANY(ARRAY(
           SELECT row ->> 'id'
             FROM jsonb_array_elements(COALESCE(NULLIF(?::jsonb -> 'conversions', 'null'), '[]')) row))
        RETURNING *
      ),
      ${forgottenChangesCte("gone")},
      ${forgottenChoicesCte("gone")},
      ${forgottenJourneysCte("gone")}
      SELECT id FROM gone`,
    params: [snapshot],
  }
}
