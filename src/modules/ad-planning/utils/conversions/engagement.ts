const MAX_PERCENT = 100

// Under which names trackers report how long and how far somebody read.
const SECONDS = ["seconds", "time_on_page", "time_on_site"]
const PERCENTS = ["depth", "scroll_depth", "max_scroll_depth", "percent"]

/** How long somebody was on a page, and how far it was scrolled. */
export interface Engagement {
  seconds: number | null
  /** 0 to 100. */
  scroll_percent: number | null
}

/** Reads a tracker's measures; what is no measure is absent. */
export function readEngagement(
  metadata: Record<string, unknown> | null
): Engagement {
  const percent = firstMeasure(metadata, PERCENTS)
  return {
    seconds: firstMeasure(metadata, SECONDS),
    scroll_percent: percent === null || percent > MAX_PERCENT ? null : percent,
  }
}

function firstMeasure(
  metadata: Record<string, unknown> | null,
  names: string[]
): number | null {
  const values = names.map((name) =>
    metadata && Object.hasOwn(metadata, name) ? metadata[name] : undefined
  )
  return (
    values.find(
      (value): value is number =>
        typeof value === "number" && Number.isFinite(value) && value >= 0
    ) ?? null
  )
}
