/** What a score says of a person. */
export const SCORE_TYPES = ["nps", "engagement", "clv", "churn_risk"] as const
export type ScoreType = (typeof SCORE_TYPES)[number]

/** Score types that a model is trained for. */
export const MODEL_TYPES = ["clv", "churn_risk"] as const
export type ModelType = (typeof MODEL_TYPES)[number]

/** What an answer was given to. */
export const RATING_SOURCES = ["feedback", "nps_answer"] as const
export type RatingSource = (typeof RATING_SOURCES)[number]

/**
 * `asked`: no answer yet. `undetermined`: a bare default rating whose status alone
 * changed; counted, not scored. `not_customer`: of staff or partners; counted apart.
 */
export const RATING_STATES = [
  "asked",
  "undetermined",
  "answered",
  "not_customer",
] as const
export type RatingState = (typeof RATING_STATES)[number]

export const RATING_SCALES = ["1-5", "0-10"] as const
export type RatingScale = (typeof RATING_SCALES)[number]

/** What one calculation of scores did. */
export interface ScoreCounts {
  /** People who have a score now. */
  scored: number
  /** Rows written. */
  changed: number
  /** Scores that went, of people who have none any more. */
  removed: number
}

/** What every calculation of scores takes. */
export interface CalculateScoresInput {
  /** Only these people; everybody without it. */
  person_ids?: string[]
  /** ISO instant that the scores are of; now without it. */
  as_of?: string
}

/** A row of `ad_planning_rating`, before its person. */
export interface RatingFact {
  source_type: RatingSource
  source_id: string
  /** Whom the store itself names; goes before the other identifiers. */
  named_person_id: string | null
  email_hash: string | null
  customer_id: string | null
  order_id: string | null
  asked_at: Date | null
  answered_at: Date | null
  expires_at: Date | null
  state: RatingState
  scale: RatingScale
  /** On `scale`; null unless answered. */
  value: number | null
  comment: string | null
}

export interface RatingKey {
  source_type: RatingSource
  source_id: string
}

/** A row of `ad_planning_person_profile`, before what orders say. */
export interface ProfileFact {
  person_id: string
  /** Of the person's own address; the latest order's goes before it. */
  country: string | null
  state: string | null
  city: string | null
  /** YYYY-MM-DD. */
  birth_date: string | null
  tags: string[]
  has_account: boolean
  metadata: Record<string, unknown>
  created_at: Date
}

/** An answer on 0 to 10: whose it is comes from our own link, or is stated. */
export interface NpsAnswer {
  /** Of a link its id; else the sender's own key, which makes a retry harmless. */
  id: string
  value: number
  comment: string | null
  /** ISO instant. */
  answered_at: string
  /** Stated by the store; without any of them a link of that id is there. */
  person_id?: string
  order_id?: string
  customer_id?: string
  email?: string
}

/** Where a score stands among those of its type. */
export interface ScorePlace {
  /** 1 = the highest; ties share one. */
  rank: number
  /** Share of people with a lower score, 0 to 100. */
  percentile: number
}

export const CUSTOMER_ORDERS = [
  ...SCORE_TYPES,
  "created_at",
  "last_order_at",
  "order_count",
] as const
export type CustomerOrder = (typeof CUSTOMER_ORDERS)[number]

/** Which customers a list is about, and in which order. */
export interface CustomerQuery {
  person_ids?: string[]
  countries?: string[]
  tags?: string[]
  has_account?: boolean
  /** Levels of each type; any of them. */
  levels?: Partial<Record<ScoreType, string[]>>
  order: CustomerOrder
  is_ascending: boolean
  limit: number
  offset: number
}

export interface CustomerRow {
  person_id: string
  country: string | null
  city: string | null
  tags: string[]
  has_account: boolean
  /** ISO 8601, of the store's own record. */
  created_at: string
  orders: {
    count: number
    last_at: string | null
    by_currency: { currency: string; net_value: number }[]
  }
  scores: Partial<
    Record<
      ScoreType,
      { value: number; level: string | null; previous_value: number | null }
    >
  >
}
