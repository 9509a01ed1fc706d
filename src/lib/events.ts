/** Events this plugin announces. The payload is `{ id }`, or an array of them. */
export const AD_PLANNING_EVENTS = {
  /** A conversion was counted for the first time; id = conversion.id. */
  CONVERSION_TRACKED: "ad_planning.conversion.tracked",
} as const
