import type { PacingRow, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"

/**
 * Notes in which band each campaign's month is.
 *
 * @returns ids of those that have just left, or changed, their band, off pace: one
 *   crossing is one row here once
 */
export function syncPacingSql(
  rows: readonly PacingRow[],
  now: Date
): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_pacing_state AS state (
        id, ad_campaign_id, month, band, projected_share, crossed_at)
      SELECT ${newId("appace")}, ad_campaign_id, month, band, projected_share, ?
        FROM jsonb_to_recordset(?::jsonb) AS fresh(
          ad_campaign_id text, month text, band text, projected_share float8)
      ON CONFLICT (ad_campaign_id, month) DO UPDATE SET
        band = excluded.band, projected_share = excluded.projected_share,
        crossed_at = excluded.crossed_at, deleted_at = NULL, updated_at = now()
      WHERE state.band <> excluded.band
      RETURNING id, band`,
    params: [now.toISOString(), JSON.stringify(rows)],
  }
}
