/** The columns that decide a touch's campaign; see `ResolvableTouch`. */
export const RESOLUTION_COLUMNS = [
  "platform",
  "website_id",
  "utm_source",
  "utm_campaign",
  "utm_id",
  "utm_content",
  "utm_term",
] as const

/**
 * One text for all touches that must get the same campaign. The day is part of
 * it because a campaign takes no touch after the day it stopped.
 */
export function resolutionKey(alias: string): string {
  const columns = RESOLUTION_COLUMNS.map((column) => `${alias}.${column}`)
  const day = `(${alias}.started_at AT TIME ZONE 'UTC')::date`
  return `jsonb_build_array(${columns.join(", ")}, ${day})::text`
}
