/** What a score answers, and what the list may be ordered by. */
export const SCORE_FIELDS = [
  "id",
  "person_id",
  "score_type",
  "score_value",
  "level",
  "at_risk_since",
  "breakdown",
  "previous_value",
  "calculated_at",
  "expires_at",
] as const
