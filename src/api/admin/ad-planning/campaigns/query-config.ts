/** What a campaign answers, and what the list may be ordered by. */
export const CAMPAIGN_FIELDS = [
  "id",
  "platform",
  "external_id",
  "name",
  "status",
  "started_at",
  "stopped_at",
  "currency",
  "account_id",
  "is_host_campaign",
  "created_by",
  "created_at",
  "updated_at",
] as const
