import type { JourneyEventType } from "./enums"

export const FUNNEL_BREAKDOWNS = ["campaign", "platform", "device"] as const
export type FunnelBreakdown = (typeof FUNNEL_BREAKDOWNS)[number]

/** Everything a funnel is a function of, besides the facts. */
export interface FunnelRequest {
  /** What happens one after the other; at least two. */
  steps: JourneyEventType[]
  /** Half-open: those who enter in it are followed. */
  from: Date
  to: Date
  /** How long after their entry somebody is followed. */
  window_days: number
  as_of: Date
  website_id?: string
  breakdown?: FunnelBreakdown
}

/** One breakdown's key, or the total of all. */
export interface FunnelRow {
  is_total: boolean
  /** Of the entry; null in the total, and without a breakdown. */
  key: string | null
  /** Per step, the first is the entry: of those whose window is over. */
  reached: number[]
  /** The same of those who may still go on. */
  reached_unfinished: number[]
  /** Median seconds from the step before; null for the entry and for nobody. */
  median_seconds: (number | null)[]
}
