import type {
  RuleParams,
  SegmentCriteria,
  SegmentField as KnownField,
  SegmentOperator,
  SegmentRule,
  SegmentRuleGroup,
  SuggestedValues,
} from "../../modules/ad-planning/types/segments"
import type { RfmReport } from "../../modules/ad-planning/utils/segments/rfm-report"

export type {
  RuleParams,
  SegmentCriteria,
  SegmentOperator,
  SegmentRule,
  SegmentRuleGroup,
  SuggestedValues,
}

/** What a rule may name, as the API answers it. */
export type SegmentField = Omit<KnownField, "source" | "column"> & {
  operators: SegmentOperator[]
}

/** A segment as the API answers it. */
export interface Segment {
  id: string
  name: string
  description: string | null
  segment_type: string
  criteria: SegmentCriteria
  template: string | null
  is_active: boolean
  auto_update: boolean
  customer_count: number
  last_calculated_at: string | null
  last_error: string | null
  sync_customer_group: boolean
  customer_group_id: string | null
  group_member_count: number | null
  group_without_account: number | null
  group_edits_undone: number
  group_edited_at: string | null
  revenue: { currency: string; value: number }[] | null
  change_30_days: number | null
}

export interface SegmentsAnswer {
  segments: Segment[]
  count: number
  offset: number
  limit: number
}

export interface SegmentMember {
  person_id: string
  name: string | null
  added_reason: "rule_match" | "manual" | "import"
  added_at: string
  scores: Record<string, { value: number; level: string | null }>
}

export interface MembersAnswer {
  members: SegmentMember[]
  count: number
  offset: number
  limit: number
}

export interface SegmentPreview {
  population: number
  count: number
  share: number | null
  by_rule: number[]
  examples: { person_id: string; name: string | null }[]
}

export interface SegmentTemplate {
  id: string
  name: string
  description: string
  needs: { name: string; values: SuggestedValues } | null
}

export interface RfmAnswer {
  rfm: RfmReport & { as_of: string; currency: string | null }
}
