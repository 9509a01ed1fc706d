/** What a run answers beside its rate, and what the list may be ordered by. */
export const BACKFILL_FIELDS = [
  "id",
  "status",
  "sources",
  "from",
  "source",
  "rows_total",
  "rows_read",
  "rows_written",
  "started_at",
  "finished_at",
  "last_error",
  "last_error_at",
] as const

/** As Medusa names the entity when there is none with an id. */
export const BACKFILL_ENTITY = "AdPlanningBackfillRun"
