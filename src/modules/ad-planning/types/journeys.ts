import type { JourneyEventType } from "./enums"

/** Whom a report of journeys follows, and how long. */
export interface FollowRequest {
  /** Half-open: those who enter in it are followed. */
  from: Date
  to: Date
  /** How long somebody is followed from their entry on. */
  window_days: number
  as_of: Date
  website_id?: string
  /** Only members of this segment, as it is now. */
  segment_id?: string
}

export const FUNNEL_BREAKDOWNS = ["campaign", "platform", "device"] as const
export type FunnelBreakdown = (typeof FUNNEL_BREAKDOWNS)[number]

/** Everything a drop-off is a function of, besides the facts. */
export interface DropoffRequest extends FollowRequest {
  /** What happens one after the other; at least two. */
  steps: JourneyEventType[]
}

/** Everything a funnel is a function of, besides the facts. */
export interface FunnelRequest extends DropoffRequest {
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

/** Those who got to one step and no further, by what they did next. */
export interface DropoffRow {
  is_finished: boolean
  /** The step they got to: 0 is the entry. */
  step: number
  /** Null: nothing more within the window. */
  event_type: JourneyEventType | null
  count: number
}

/** `from`: what comes after the event; `to`: what comes before it. */
export const PATH_DIRECTIONS = ["from", "to"] as const
export type PathDirection = (typeof PATH_DIRECTIONS)[number]

/** Everything paths are a function of, besides the facts. */
export interface PathsRequest extends FollowRequest {
  event: JourneyEventType
  direction: PathDirection
  /** With the event itself. */
  max_steps: number
  /** How many paths are listed. */
  limit: number
}

/** Walks lead away from the event, one letter per step. */
export interface PathsRow {
  total: number
  unfinished: number
  paths: { walk: string; is_cut: boolean; count: number }[]
  /** `far` is empty at the end of a walk. */
  links: {
    position: number
    near: string
    far: string
    is_cut: boolean
    count: number
  }[]
}
