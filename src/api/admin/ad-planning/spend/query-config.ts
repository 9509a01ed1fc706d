/** What an import answers, and what the list may be ordered by. */
export const SPEND_IMPORT_FIELDS = [
  "id",
  "imported_at",
  "imported_by",
  "file_name",
  "platform",
  "rows",
  "from_date",
  "to_date",
  "spend",
  "accounts",
  "time_zone",
  "left_out",
  "undone_at",
  "undone_by",
] as const
