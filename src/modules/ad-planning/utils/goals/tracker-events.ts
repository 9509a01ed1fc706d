/**
 * Names of custom events that the storefront's tracker sends by itself. A goal
 * for any custom event does not mean these; one that names such an event does.
 */
export const TRACKER_EVENTS: readonly string[] = [
  "conversion",
  "heartbeat",
  "identify",
  "page_engagement",
  "scroll_depth",
  "time_on_site",
]

/**
 * Those of them that nothing can be concluded from: a sign of life, a statement
 * about the visitor, and the double of a conversion that arrives by itself.
 */
export const SILENT_EVENTS: readonly string[] = [
  "conversion",
  "heartbeat",
  "identify",
]
