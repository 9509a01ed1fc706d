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
