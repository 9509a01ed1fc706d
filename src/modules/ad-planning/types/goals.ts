import type { ConversionType, GoalType } from "./enums"
import type { Decimal } from "./facts"

/** A value that a goal's condition can ask a property for. */
export type PropertyValue = string | number | boolean

/** What an event has to be; all that are given have to hold. */
export interface GoalConditions {
  event_name?: string
  /** The path of a page; `*` stands for any characters, also none. */
  pathname_pattern?: string
  /** Seconds on the page, at least. */
  min_seconds?: number
  /** How far the page was scrolled, 0 to 100, at least. */
  min_scroll_percent?: number
  /** Properties by name, each equal to the value or to one of several. */
  properties?: Record<string, PropertyValue | PropertyValue[]>
}

/** A goal as the evaluation of an event needs it. */
export interface Goal {
  id: string
  name: string
  goal_type: GoalType
  conditions: GoalConditions
  default_value: Decimal | null
  currency: string | null
  value_from_event: boolean
  is_active: boolean
  is_primary: boolean
  priority: number
  /** Null = every website. */
  website_id: string | null
  created_at: Date
}

/**
 * Anything that can meet a goal, whatever it came from: a page view, a custom
 * event, a milestone, a message of the storefront's script, a lead, an order.
 */
export interface GoalEvent {
  kind: "page_view" | "custom_event" | "conversion"
  /** Of kind `conversion`: what it counts as. */
  conversion_type: ConversionType | null
  /** The custom event's name, or the conversion's. */
  event_name: string | null
  pathname: string | null
  website_id: string | null
  seconds: number | null
  /** 0 to 100. */
  scroll_percent: number | null
  properties: Record<string, unknown>
  /** Major units of `currency`. */
  value: Decimal | null
  currency: string | null
  occurred_at: Date
}
