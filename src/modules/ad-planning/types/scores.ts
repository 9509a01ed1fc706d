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
