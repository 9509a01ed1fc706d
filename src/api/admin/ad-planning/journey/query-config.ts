/** What a touchpoint answers. */
export const JOURNEY_FIELDS = [
  "id",
  "source_type",
  "source_id",
  "event_type",
  "event_data",
  "channel",
  "stage",
  "timestamp",
  "person_id",
  "customer_id",
  "visitor_id",
  "session_id",
  "value",
  "currency",
  "ad_campaign_id",
  "website_id",
] as const
