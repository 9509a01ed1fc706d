/** What a goal answers, and what the list may be ordered by. */
export const GOAL_FIELDS = [
  "id",
  "name",
  "goal_type",
  "conditions",
  "default_value",
  "currency",
  "value_from_event",
  "is_active",
  "is_primary",
  "priority",
  "website_id",
  "created_at",
  "updated_at",
] as const
