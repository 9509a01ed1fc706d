/** What a segment's rules mostly look at; a label, nothing is decided by it. */
export const SEGMENT_TYPES = [
  "behavioral",
  "demographic",
  "rfm",
  "custom",
] as const
export type SegmentType = (typeof SEGMENT_TYPES)[number]

/** Why somebody is a member: the rules say so, or somebody of the store did. */
export const MEMBER_REASONS = ["rule_match", "manual", "import"] as const
export type MemberReason = (typeof MEMBER_REASONS)[number]

export const SEGMENT_CHANGES = ["entered", "left"] as const
export type SegmentChange = (typeof SEGMENT_CHANGES)[number]

/** What a field's values are; it decides which operators there are. */
export const SEGMENT_FIELD_KINDS = [
  "text",
  "number",
  "date",
  "boolean",
  "list",
] as const
export type SegmentFieldKind = (typeof SEGMENT_FIELD_KINDS)[number]

export const SEGMENT_OPERATORS = [
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "in",
  "notIn",
  "contains",
  "beginsWith",
  "endsWith",
  "null",
  "notNull",
  "withinLast",
  "olderThan",
  "before",
  "after",
] as const
export type SegmentOperator = (typeof SEGMENT_OPERATORS)[number]

/** Facts that a field is read from; rules over one with equal parameters share it. */
export const SEGMENT_SOURCES = [
  "person",
  "orders",
  "lines",
  "events",
  "acquisition",
  "last_touch",
  "touches",
  "rfm",
  "score_nps",
  "score_engagement",
  "score_clv",
  "score_churn_risk",
  "sentiment",
  "segment",
] as const
export type SegmentSource = (typeof SEGMENT_SOURCES)[number]

/** What narrows the facts that a rule looks at. */
export interface RuleParams {
  /** The last n x 24 hours before `as_of`. */
  within_days?: number
  /** A day, or an instant; days begin in the option `timezone`. */
  from?: string
  /** Included as a whole when it is a day. */
  to?: string
  product_id?: string[]
  category_id?: string[]
  collection?: string[]
  product_type?: string[]
  product_tag?: string[]
  discount_code?: string[]
  /** Only lines that any discount code lowered. */
  discounted?: boolean
  event_type?: string[]
  event_name?: string
  properties?: Record<string, string | number | boolean>
  channel?: string[]
  channel_group?: string[]
  platform?: string[]
  ad_campaign_id?: string[]
  /** A key of the person's metadata. */
  path?: string
  segment_id?: string
  /** Another word shuffles people anew. */
  seed?: string
  /** Scores that are too old to be relied on, too. */
  include_expired?: boolean
}

export type RuleParam = keyof RuleParams

export type RuleValue = string | number | boolean | string[] | number[] | null

/** One condition, in the form of react-querybuilder. */
export interface SegmentRule {
  field: string
  operator: SegmentOperator
  /** By kind and operator; null for `null` and `notNull`. */
  value: RuleValue
  params?: RuleParams
}

export interface SegmentRuleGroup {
  combinator: "and" | "or"
  /** The plain complement of the group. */
  not?: boolean
  rules: (SegmentRule | SegmentRuleGroup)[]
}

/** Who is in a segment. */
export interface SegmentCriteria extends SegmentRuleGroup {
  version: 1
}

/** Where suggestions of a field's values come from. */
export type ValueSource =
  | { kind: "choice"; values: readonly string[] }
  | { kind: "facts"; of: SuggestedValues }
  | null

export const SUGGESTED_VALUES = [
  "countries",
  "states",
  "cities",
  "tags",
  "campaigns",
  "channel_groups",
  "utm_sources",
  "segments",
  "products",
  "categories",
  "collections",
  "product_types",
  "product_tags",
  "discount_codes",
  "event_names",
] as const
export type SuggestedValues = (typeof SUGGESTED_VALUES)[number]

export interface SegmentField {
  name: string
  label: string
  group: string
  kind: SegmentFieldKind
  unit: "days" | "currency" | "percent" | "points" | null
  source: SegmentSource
  /** A column of the source. */
  column: string
  /** What somebody without any facts has: a count of 0, or no value at all. */
  absent: "zero" | "unknown"
  params: readonly RuleParam[]
  required: readonly RuleParam[]
  values: ValueSource
  /** Its value may change while no fact does. */
  changes_with_time: boolean
}

/** A segment as calculations see it. */
export interface StoredSegment {
  id: string
  criteria: SegmentCriteria
  is_active: boolean
  auto_update: boolean
  sync_customer_group: boolean
  customer_group_id: string | null
}

/** What a calculation changed. */
export interface MembershipChange {
  segment_id: string
  customer_count: number
  entered: string[]
  left: { person_id: string; added_at: string }[]
}

export interface SegmentPreview {
  /** Everybody there is. */
  population: number
  count: number
  /** In [0, 1]; null without anybody. */
  share: number | null
  /** How many meet each rule, in the order they are written. */
  by_rule: number[]
  /** Person ids. */
  examples: string[]
}

export interface SegmentFigures {
  segment_id: string
  /** Net revenue of the members so far, by currency. */
  revenue: { currency: string; value: number }[] | null
  former_count: number | null
  former_day: string | null
}

export interface RfmCell {
  r: number
  v: number
  group: string
  people: number
  revenue: string
  at: "now" | "before"
}

/** A row of `ad_planning_product`. */
export interface ProductFact {
  product_id: string
  title: string
  collection_id: string | null
  collection: string | null
  /** With all that they are in. */
  category_ids: string[]
  tags: string[]
}

/** A row of `ad_planning_product_category`. */
export interface CategoryFact {
  category_id: string
  name: string
}
