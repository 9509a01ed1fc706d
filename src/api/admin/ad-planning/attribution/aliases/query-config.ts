/** As Medusa words what was not found. */
export const ALIAS_ENTITY = "AdPlanningCampaignAlias"

/** The alias's own columns. */
export const ALIAS_COLUMNS = [
  "id",
  "kind",
  "normalised_value",
  "website_id",
  "ad_campaign_id",
  "created_by",
  "created_at",
] as const

/** What an alias answers: its columns, and what follows from them. */
export const ALIAS_FIELDS = [
  ...ALIAS_COLUMNS,
  "campaign_name",
  "touches",
] as const

/** What a CSV may be ordered by: never null, and answered as it is stored. */
export const ALIAS_CSV_ORDERS = ALIAS_COLUMNS.filter(
  (column) => column !== "created_by" && column !== "website_id"
)
