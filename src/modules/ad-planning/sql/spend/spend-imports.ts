import type { SpendImportRecord, SqlStatement } from "../../types"
import { newId } from "../fragments/new-id"
import type { ChangedCampaign } from "./import-campaigns"

const JSON_COLUMNS = [
  "spend",
  "accounts",
  "left_out",
  "campaigns_created",
  "campaigns_before",
] as const

export function insertImportSql(record: SpendImportRecord): SqlStatement {
  return {
    sql: `
      INSERT INTO ad_planning_spend_import (
        id, imported_at, imported_by, file_name, platform, rows, from_date, to_date, time_zone,
        ${JSON_COLUMNS.join(", ")})
      SELECT ${newId("apimp")}, imported_at, imported_by, file_name, platform, rows, from_date, to_date,
             time_zone, ${JSON_COLUMNS.join(", ")}
        FROM jsonb_to_record(?::jsonb) AS record(
               imported_at timestamptz, imported_by text, file_name text, platform text, rows int,
               from_date text, to_date text, time_zone text,
               ${JSON_COLUMNS.map((column) => `${column} jsonb`).join(", ")})
      RETURNING id`,
    params: [JSON.stringify(record)],
  }
}

/** What of an import says how to take it back. */
export interface UndoableImport {
  campaigns_created: string[]
  campaigns_before: ChangedCampaign[]
}

/** Marks an import as taken back; no row where there is none, or it was already. */
export function markImportUndoneSql(
  id: string,
  actorId: string | null
): SqlStatement {
  return {
    sql: `
      UPDATE ad_planning_spend_import
         SET undone_at = now(), undone_by = ?, updated_at = now()
       WHERE id = ? AND undone_at IS NULL AND deleted_at IS NULL
      RETURNING campaigns_created, campaigns_before`,
    params: [actorId, id],
  }
}
