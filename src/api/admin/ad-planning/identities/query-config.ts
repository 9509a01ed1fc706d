/** What a link answers, and what the list may be ordered by. */
export const IDENTITY_FIELDS = [
  "id",
  "kind",
  "value",
  "person_id",
  "valid_from",
  "source",
  "evidence",
  "revoked_at",
  "revoked_by",
  "created_at",
  "updated_at",
] as const

/** As Medusa names the entity when there is none with an id. */
export const LINK_ENTITY = "AdPlanningIdentityLink"
