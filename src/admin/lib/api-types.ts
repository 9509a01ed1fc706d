import type { Score } from "./score-types"
import type { GoalTrial } from "../../modules/ad-planning/utils/goals/try-goal"
import type { CompareRow as StoredCompareRow } from "../../modules/ad-planning/utils/reports/attribution-compare-report"
import type {
  AttributionModel,
  PendingWork,
} from "../../modules/ad-planning/types/enums"
import type {
  CampaignRow,
  Coverage,
  ReportTotals,
  Unconverted,
} from "../../modules/ad-planning/utils/reports/campaign-report"
import type {
  PixelDay,
  PixelTotals,
} from "../../modules/ad-planning/utils/reports/pixel-report"
import type {
  AttributionCauseName,
  Goal as StoredGoal,
  JourneyFact,
  PersonProfile,
  ProfileTouch,
  GoalCounters,
  JourneyEventType,
  LeftOutReason,
  PathDirection,
  SyncSource,
  TouchSource,
  TrainedState,
  Training,
  UnresolvedValueRow,
} from "../../modules/ad-planning/types"
import type { ClaimTerms } from "../../modules/ad-planning/utils/reports/claim-terms"
import type {
  ClaimedCampaign as StoredClaimedCampaign,
  ClaimedFigures,
  ClaimNote,
} from "../../modules/ad-planning/utils/reports/claimed-report"
import type {
  Cohort as StoredCohort,
  CohortFigures,
} from "../../modules/ad-planning/utils/reports/cohort-report"
import type {
  DropoffReport,
  DropoffStep,
} from "../../modules/ad-planning/utils/journeys/dropoff-report"
import type {
  Funnel,
  FunnelReport,
  FunnelStep,
} from "../../modules/ad-planning/utils/journeys/funnel-report"
import type { FirstPurchaseReport } from "../../modules/ad-planning/utils/journeys/first-purchase-report"
import type { PathsReport } from "../../modules/ad-planning/utils/journeys/paths-report"

/** What frames the figures of every report. */
export interface ReportFrame {
  period: {
    from: string
    to: string
    from_date: string
    to_date: string
    timezone: string
  }
  currency: string
  as_of: string
  coverage: Coverage
  unconverted: Unconverted[]
  spend_complete_through: string | null
  history_starts_at: string | null
}

export type RoiRow = Omit<CampaignRow, "key"> & {
  /** Null in the three rows that are no campaign. */
  ad_campaign_id: string | null
  name: string
  platform: string | null
  status: string | null
  previous: CampaignRow | null
}

export interface RoiAnswer extends ReportFrame {
  roi: RoiRow[]
  totals: ReportTotals
  previous_totals: ReportTotals | null
}

export type TrendBucket = ReportTotals & {
  /** First day of the bucket, YYYY-MM-DD. */
  date: string
  is_spend_complete: boolean
}

export interface TrendsAnswer extends ReportFrame {
  trends: TrendBucket[]
  previous_trends: TrendBucket[] | null
  interval: "day" | "week" | "month"
}

export interface Suggestion {
  ad_campaign_id: string
  name: string
  platform: string
  status: string | null
  /** 0 to 1. */
  similarity: number
}

export type UnresolvedValue = Omit<UnresolvedValueRow, "revenue"> & {
  revenue: number
  suggestions: Suggestion[]
}

export interface UnresolvedAnswer {
  unresolved: UnresolvedValue[]
  currency: string
}

/** A sum that went from one campaign, or remainder, to another. */
export interface Move {
  from_key: string | null
  from_name: string | null
  to_key: string | null
  to_name: string | null
  conversions: number
  purchases: number
  currency: string | null
  revenue: number
}

/** What settling a value, or taking that back, moved. */
export interface AttributionMoves {
  touches: number
  conversions: number
  moved: Move[]
}

export interface Alias {
  id: string
  kind: "utm_campaign" | "utm_id"
  normalised_value: string
  website_id: string | null
  ad_campaign_id: string
  campaign_name: string | null
  created_by: string | null
  created_at: string
  touches: number
}

export interface AliasesAnswer {
  aliases: Alias[]
  count: number
  offset: number
  limit: number
}

export interface AliasAnswer {
  alias: Alias
  changes: AttributionMoves
}

export interface DeletedAliasAnswer {
  id: string
  changes: AttributionMoves
}

export type CompareRow = StoredCompareRow & {
  name: string
  /** Of an ad or ad set. */
  campaign_name?: string | null
}

export interface CompareAnswer {
  rows: CompareRow[]
  totals: CompareRow["models"]
  training: Training | null
  unconverted: Unconverted[]
  currency: string
}

export type DataDrivenState = TrainedState & { name: string }

export interface DataDrivenAnswer {
  states: DataDrivenState[]
  training: Training
  currency: string
}

/** A campaign as its platform claims it, and as it is here. */
export type ClaimedCampaign = StoredClaimedCampaign &
  ClaimTerms & { name: string; platform: string | null }

export interface ClaimedAnswer {
  campaigns: ClaimedCampaign[]
  totals: ClaimedFigures
  notes: { code: ClaimNote; campaigns: number }[]
  currency: string
}

/** What first-time buyers cost, and what they are worth so far. */
export type Cohort = StoredCohort & { name: string }

export interface CohortsAnswer {
  cohorts: Cohort[]
  totals: CohortFigures
  currency: string
}

/** What moved the figures of a period after a day. */
export interface ChangesAnswer {
  changes: (Omit<Move, "currency"> & {
    day: string
    cause: AttributionCauseName
    actor_id: string | null
  })[]
  campaigns: ChangedCampaign[]
  totals: Omit<ChangedCampaign, "key" | "name">
  since: string
  currency: string
}

export interface ChangedCampaign {
  key: string
  name: string
  revenue_then: number
  moved_in: number
  moved_out: number
  /** Of orders that were known only later. */
  late: number
  /** Refunds, returns and cancellations. */
  corrected: number
  revenue_now: number
}

export type { PixelDay }

export interface PixelAnswer {
  pixel: {
    days: PixelDay[]
    totals: PixelTotals
    /** The beginning of the hour. */
    last_accepted_at: string | null
    period: ReportFrame["period"]
  }
}

export interface SourceHealth {
  source: SyncSource
  is_present: boolean
  lag_seconds: number | null
  rows_read: number
  last_succeeded_at: string | null
  last_error: string | null
  last_error_at: string | null
}

export interface BackfillRun {
  id: string
  status: "running" | "completed" | "failed" | "canceled"
  sources: string[]
  from: string | null
  /** What is being read, or was last. */
  source: string | null
  rows_total: number | null
  rows_read: number
  rows_written: number
  rows_per_second: number | null
  seconds_left: number | null
  started_at: string
  finished_at: string | null
  last_error: string | null
}

export interface BackfillsAnswer {
  backfill_runs: BackfillRun[]
  count: number
  offset: number
  limit: number
}

export interface HealthAnswer {
  health: {
    as_of: string
    settings: {
      timezone: string
      reporting_currency: string | null
      lookback_days: number
    }
    sources: SourceHealth[]
    pending: PendingHealth[]
    jobs: JobHealth[]
  }
}

/** Work that failed and is done again until it succeeds. */
export interface PendingHealth {
  work: PendingWork
  failed_ids: string[]
  last_error: string | null
  last_error_at: string | null
}

export interface JobHealth {
  name: string
  last_started_at: string | null
  last_succeeded_at: string | null
  last_error: string | null
  last_error_at: string | null
}

export interface Conversion {
  id: string
  conversion_type: string
  source: string
  conversion_name: string | null
  pathname: string | null
  order_id: string | null
  converted_at: string
  canceled_at: string | null
  currency: string | null
  conversion_value: number | null
  net_value: number | null
  person_id: string | null
  visitor_id: string | null
  is_first_purchase: boolean
  ad_campaign_id: string | null
  channel_group: string | null
  platform: string | null
  utm_campaign: string | null
}

export interface ConversionsAnswer {
  conversions: Conversion[]
  count: number
  offset: number
  limit: number
}

export interface Adjustment {
  id: string
  source_type: string
  amount: number
  occurred_at: string
}

export interface Touch {
  id: string
  source: string
  session_id: string | null
  started_at: string
  confidence: string
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  channel_group: string
  platform: string
  is_paid: boolean
  claims_campaign: boolean
  referrer: string | null
  landing_page: string | null
  ad_campaign_id: string | null
  campaign_name: string | null
  resolution_method: string | null
  unresolved_reason: string | null
}

export interface ConversionAnswer {
  conversion: Conversion & {
    adjustments: Adjustment[]
    attribution: Touch | null
    touches: Touch[]
  }
}

/** One touch of a conversion's path, with what each model gives to it. */
export type WhyTouch = Omit<Touch, "source" | "campaign_name"> & {
  source: TouchSource
  touch_key: string
  seconds_before: number
  utm_term: string | null
  utm_content: string | null
  utm_id: string | null
  click_ids: Record<string, string> | null
  key: string
  campaign_name: string | null
  ad_set_id: string | null
  ad_id: string | null
  is_resolved: boolean
  credits: Record<AttributionModel, { share: number; amount: number | null }>
}

export interface LeftOut {
  touch_id: string | null
  session_id: string | null
  started_at: string
  channel_group: string | null
  ad_campaign_id: string | null
  campaign_name: string | null
  referrer: string | null
  landing_page: string | null
  reason: LeftOutReason
}

/** Why a conversion is credited as it is. */
export interface Explanation {
  conversion: Pick<
    Conversion,
    | "id"
    | "conversion_type"
    | "order_id"
    | "person_id"
    | "converted_at"
    | "currency"
    | "conversion_value"
    | "net_value"
    | "canceled_at"
    | "is_first_purchase"
  > & { erased_at: string | null }
  lookback_days: number
  attribution_id: string | null
  key: string
  campaign_name: string | null
  touches: WhyTouch[]
  left_out: LeftOut[]
  unattributed: Record<AttributionModel, number | null> | null
  choice: {
    ad_campaign_id: string
    campaign_name: string | null
    ad_set_id: string | null
    ad_id: string | null
    actor_id: string | null
    chosen_at: string
  } | null
  changes: {
    id: string
    changed_at: string
    cause: AttributionCauseName
    actor_id: string | null
    from_key: string | null
    from_name: string | null
    to_key: string | null
    to_name: string | null
  }[]
  training: Training | null
}

export interface ExplanationAnswer {
  explanation: Explanation
}

export type Goal = Omit<StoredGoal, "default_value" | "created_at"> & {
  default_value: number | null
  created_at: string
  counters: Omit<GoalCounters, "last_converted_at"> & {
    last_converted_at: string | null
  }
}

export interface GoalsAnswer {
  goals: Goal[]
  count: number
  offset: number
  limit: number
}

export type GoalTrialAnswer = Omit<GoalTrial, "value"> & {
  value: number | null
}

/** What frames the answers about journeys. */
interface JourneyFrame {
  window_days: number
  period: ReportFrame["period"]
  as_of: string
}

export type { FunnelStep }

/** The funnel of those whose entry has this key. */
export type FunnelPart = Funnel & { key: string; name: string }

export type FunnelAnswer = Omit<FunnelReport, "breakdown"> &
  JourneyFrame & { breakdown: FunnelPart[] }

export type PathsAnswer = PathsReport &
  JourneyFrame & {
    event: JourneyEventType
    direction: PathDirection
    max_steps: number
  }

export type { DropoffStep }

export type DropoffAnswer = DropoffReport & JourneyFrame

export type FirstPurchaseAnswer = FirstPurchaseReport &
  Omit<JourneyFrame, "window_days">

/** One touchpoint of a timeline. */
export type Journey = Pick<
  JourneyFact,
  | "source_type"
  | "source_id"
  | "event_type"
  | "event_data"
  | "channel"
  | "stage"
> & {
  id: string
  timestamp: string
  value: number | null
  currency: string | null
  ad_campaign_id: string | null
}

export interface TimelineAnswer {
  journeys: Journey[]
  next_cursor: string | null
}

export type { ProfileTouch }

export type Profile = PersonProfile & {
  scores: Score[]
  person_id: string
  person: {
    first_name: string
    last_name: string
    email: string | null
  } | null
}

export interface IdentitiesAnswer {
  identities: { person_id: string; revoked_at: string | null }[]
}
