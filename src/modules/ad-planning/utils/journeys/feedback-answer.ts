import { cleanText } from "../text/normalise"

/** What decides whether a feedback row is a customer's answer. */
export interface FeedbackState {
  rating: string | null
  comment: string | null
  status: string | null
  metadata: Record<string, unknown> | null
  created_at: Date
  updated_at: Date
  /** What we write back where the host has the field. */
  person_id?: string | null
}

export type FeedbackAnswer = "answered" | "undetermined" | "unanswered"

// The rating of a request that nobody answered yet.
const DEFAULT_RATING = "three"
const DEFAULT_STATUS = "pending"

// Created and first written in one go, a row's two times may differ a little.
const UNTOUCHED_MS = 1_000

/**
 * Whether somebody answered. On delivery a host asks by creating a row with the
 * default rating; the answer is an update of it. A comment, a time of the answer or
 * another rating is an answer. A bare three whose status changed, or that was updated
 * later, may be an answer of three stars, and nobody can tell; our own write-back of
 * the person is no such update.
 */
export function feedbackAnswer(feedback: FeedbackState): FeedbackAnswer {
  const isAnswered =
    cleanText(feedback.comment) !== null ||
    cleanText(feedback.metadata?.answered_at) !== null ||
    (feedback.rating ?? DEFAULT_RATING) !== DEFAULT_RATING
  if (isAnswered) {
    return "answered"
  }
  const isHandled = (feedback.status ?? DEFAULT_STATUS) !== DEFAULT_STATUS
  const isUpdated =
    (feedback.person_id ?? null) === null &&
    +feedback.updated_at - +feedback.created_at > UNTOUCHED_MS
  return isHandled || isUpdated ? "undetermined" : "unanswered"
}

const STARS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
}

/** One to five; null for a rating that is none of them. */
export function starsOf(rating: string | null): number | null {
  return rating !== null && Object.hasOwn(STARS, rating) ? STARS[rating]! : null
}
