import { model } from "@medusajs/framework/utils"
import { BACKFILL_STATUSES } from "../types"

/**
 * One reading of everything that the store's modules have: how far it is, so
 * that it goes on there after a crash.
 */
const AdPlanningBackfillRun = model
  .define("ad_planning_backfill_run", {
    id: model.id({ prefix: "apback" }).primaryKey(),
    status: model.enum([...BACKFILL_STATUSES]),
    // In the order they are read, as SYNC_SOURCES names them.
    sources: model.json(),
    // Rows created before it are left out.
    from: model.dateTime().nullable(),
    // The source that is being read, and the last id that is written.
    source: model.text().nullable(),
    after_id: model.text().nullable(),
    // Counted at the start, for the time that is left.
    rows_total: model.number().nullable(),
    rows_read: model.number().default(0),
    rows_written: model.number().default(0),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
    last_error_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["status"] }, { on: ["started_at"] }])

export default AdPlanningBackfillRun
