import type { AttributionModel, TouchConfidence, TouchSource } from "./enums"
import type { AttributionStatsRow } from "./reports"

/** Which touches the path of a conversion has. */
export interface PathRules {
  lookback_hours: number
  stop_at_previous_purchase: boolean
}

/** What would be lost without a state: a campaign, or a channel without one. */
export interface StateEffect {
  state: string
  effect: number
}

/** Sums come as exact decimal text, counts as numbers. */
export type AttributionCompareRow = Pick<
  AttributionStatsRow,
  | "key"
  | "purchases"
  | "leads"
  | "goals"
  | "new_customers"
  | "revenue"
  | "unconverted"
> & {
  model: AttributionModel
  /** The same, only of days whose spend is complete: for ratios. */
  complete_revenue: string
  complete_new_customers: number
}

/** How often one state follows another in the paths of a training. */
export interface TransitionRow {
  /** A state, or PATH_START. */
  from_state: string
  /** A state, PATH_CONVERSION or PATH_NULL. */
  to_state: string
  transitions: number
  /** What the conversions are worth together, exact decimal text. */
  value: string
}

/** What the data-driven model learned from. */
export interface Training {
  from: string
  to: string
  converting_paths: number
  null_paths: number
  states: number
  /** Fewer converting paths than `required_paths`: chance decides. */
  is_thin: boolean
  required_paths: number
}

/** A campaign, or a channel without one, as the data-driven model sees it. */
export interface TrainedState {
  /** A campaign's id, or a channel group. */
  key: string
  /** The share of conversions that would be lost without it, and of their value. */
  removal_effect: number
  removal_effect_value: number
  /** Of all removal effects on value. */
  share: number
  /** The training's conversions and their value, shared in proportion to the effects. */
  classical_conversions: number
  classical_value: number
  /** Conversions that followed it as the last state. */
  conversions: number
  /** How often it was met. */
  paths: number
}

export interface TrainedModel {
  training: Training
  states: TrainedState[]
}

/** What a model gives to a touch of one conversion; all but the times null without a touch. */
export interface ConversionCreditRow {
  touch_id: string | null
  position: number | null
  model: AttributionModel | null
  share: number | null
  /** In the conversion's currency, exact decimal text; null where it has no value. */
  amount: string | null
  path_begins_at: Date
  /** Up to which touches count for the purchase before, or null. */
  former_purchase_at: Date | null
}

/** Why a touch or session is not in a conversion's path. */
export type LeftOutReason =
  | "outside_lookback"
  | "after_conversion"
  | "repeats_session"
  | "before_previous_purchase"
  | "replaced_by_choice"
  | "direct"
  | "own_domain"
  | "payment_provider"
  | "placeholder_visitor"

export interface NearbyTouchRow {
  source: TouchSource
  id: string
  session_id: string | null
  started_at: Date
  confidence: TouchConfidence
  is_duplicate: boolean
  channel_group: string
  ad_campaign_id: string | null
  referrer: string | null
  landing_page: string | null
}
