/** Which answers an NPS is of. */
export interface NpsFilters {
  /** Of the order that was rated. */
  product_id?: string
  ad_campaign_id?: string
  /** Of the order, else of the person. */
  country?: string
  segment_id?: string
  source_type?: string
}

export interface NpsRequest {
  /** Half-open. */
  periods: { from: Date; to: Date }[]
  filters: NpsFilters
  /** One row per segment of its members' answers, instead of one of all. */
  by_segment?: boolean
}

/** Promoters, passives and detractors. */
export type NpsTriple = [
  promoters: number,
  passives: number,
  detractors: number,
]

/** Counted answers of one period, of the store or of a segment. */
export interface NpsCountsRow {
  period_index: number
  /** `store`, or a segment's id. */
  scope: string
  /** Each person's latest answer. */
  latest: NpsTriple
  /** Every answer. */
  all_responses: NpsTriple
  /** Each person's latest answer on each scale. */
  stars: NpsTriple
  zero_to_ten: NpsTriple
  /** Answers of people whom nobody knows; each counts. */
  unknown: number
  /** Bare threes of which nobody can tell. */
  undetermined: number
  not_customer: number
  /** Requests of the period, and how many of them were answered by now. */
  asked: number
  asked_answered: number
}

/** What promoters, passives and detractors bought; money as decimal text. */
export interface NpsBreakdownRow {
  group: "promoter" | "passive" | "detractor"
  people: number
  buyers: number
  orders: number
  revenue: string
  unconverted: { currency: string; revenue: string }[]
}

export interface NpsDistributionRow {
  scale: string
  value: number
  count: number
}

/** A row of `ad_planning_nps_snapshot`. */
export interface NpsSnapshot {
  day: string
  scope: string
  window_days: number
  promoters: number
  passives: number
  detractors: number
  all_promoters: number
  all_passives: number
  all_detractors: number
  undetermined: number
  asked: number
  asked_answered: number
  nps: number | null
  margin: number | null
}

/** A question of ours that an e-mail leads to. */
export interface NpsLink {
  id: string
  named_person_id: string | null
  email_hash: string | null
  customer_id: string | null
  order_id: string | null
  asked_at: Date
  expires_at: Date
}

/** What somebody wrote beside an answer. */
export interface NpsComment {
  id: string
  person_id: string | null
  order_id: string | null
  source_type: string
  source_id: string
  scale: string
  value: number
  comment: string
  /** ISO 8601. */
  answered_at: string
  group: "promoter" | "passive" | "detractor"
}
