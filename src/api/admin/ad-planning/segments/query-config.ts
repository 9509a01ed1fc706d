/** What a segment answers, and what the list may be ordered by. */
export const SEGMENT_FIELDS = [
  "id",
  "name",
  "description",
  "segment_type",
  "criteria",
  "template",
  "is_active",
  "auto_update",
  "customer_count",
  "last_calculated_at",
  "last_error",
  "sync_customer_group",
  "customer_group_id",
  "group_synced_at",
  "group_member_count",
  "group_without_account",
  "group_edits_undone",
  "group_edited_at",
  "created_at",
  "updated_at",
] as const

export const MEMBER_FIELDS = [
  "id",
  "segment_id",
  "person_id",
  "added_reason",
  "added_at",
] as const

/** Columns of members that are never null. */
export const MEMBER_CSV_ORDERS = ["id", "person_id", "added_at"] as const
