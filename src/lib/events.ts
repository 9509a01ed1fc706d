/**
 * Events this plugin announces. The payload is `{ id }`: a string, or an array
 * of them for what was committed together.
 */
export const AD_PLANNING_EVENTS = {
  /** Conversions were counted for the first time; id = conversion.id. */
  CONVERSION_TRACKED: "ad_planning.conversion.tracked",
} as const
