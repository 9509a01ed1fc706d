import { model } from "@medusajs/framework/utils"

/** Where each source's reconcile stands, and what `GET /health` says of it. */
const AdPlanningSyncCursor = model
  .define("ad_planning_sync_cursor", {
    id: model.id({ prefix: "apsync" }).primaryKey(),
    // A source of SYNC_SOURCES, or `job:<name>`.
    name: model.text(),
    // Everything changed before this instant has been read.
    cursor: model.dateTime().nullable(),
    last_started_at: model.dateTime().nullable(),
    last_succeeded_at: model.dateTime().nullable(),
    rows_read: model.bigNumber().default(0),
    last_error: model.text().nullable(),
    last_error_at: model.dateTime().nullable(),
    // Rows that failed by event; the next successful reconcile clears them.
    failed_ids: model.json().nullable(),
  })
  .indexes([{ on: ["name"], unique: true, where: null }])

export default AdPlanningSyncCursor
