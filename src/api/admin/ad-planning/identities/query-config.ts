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

/** What an identifier that names nobody answers. */
export const REFUSAL_FIELDS = [
  "id",
  "kind",
  "value",
  "status",
  "created_at",
] as const

// By its alias: types and methods disagree on the plural of "status".
export const REFUSAL_ENTITY = "ad_planning_identity_status"

/** As Medusa names the entity when there is none with an id. */
export const LINK_ENTITY = "AdPlanningIdentityLink"
