import type { JourneyEventType } from "../../types"

/** Events that engagement is made of; the others are worth nothing. */
export const ENGAGING_EVENTS = [
  "purchase",
  "feedback",
  "social_engage",
  "form_submit",
  "lead_capture",
  "page_view",
] as const satisfies readonly JourneyEventType[]
export type EngagingEvent = (typeof ENGAGING_EVENTS)[number]

/** Points of one event. */
export const DEFAULT_ENGAGEMENT_WEIGHTS: Record<EngagingEvent, number> = {
  purchase: 10,
  feedback: 5,
  social_engage: 5,
  form_submit: 3,
  lead_capture: 3,
  page_view: 1,
}

/** Points from which on somebody is engaged at all, and highly. */
export const ENGAGEMENT_LEVELS = { medium: 10, high: 30 } as const

/**
 * The engagement of a number of events, which all count in full.
 *
 * @param counts - events of each kind; page views already capped
 * @returns points >= 0
 * @throws RangeError for a count below 0 or that is no number
 */
export function engagementPoints(
  counts: Partial<Record<EngagingEvent, number>>,
  weights: Record<EngagingEvent, number> = DEFAULT_ENGAGEMENT_WEIGHTS
): number {
  return ENGAGING_EVENTS.reduce((points, event) => {
    const count = counts[event] ?? 0
    if (!(count >= 0 && Number.isFinite(count))) {
      throw new RangeError(`count of ${event} must be >= 0, got ${count}`)
    }
    return points + weights[event] * count
  }, 0)
}

/** none, low, medium or high. */
export function engagementLevel(points: number): string {
  if (points >= ENGAGEMENT_LEVELS.high) {
    return "high"
  }
  if (points >= ENGAGEMENT_LEVELS.medium) {
    return "medium"
  }
  return points > 0 ? "low" : "none"
}
