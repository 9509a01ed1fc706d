import type { RatingFact, RatingState } from "../modules/ad-planning/types"
import {
  feedbackAnswer,
  starsOf,
} from "../modules/ad-planning/utils/journeys/feedback-answer"
import { readInstant } from "../modules/ad-planning/utils/period/read-instant"
import type { FeedbackGiver } from "./feedback-to-journey"
import type { SourceFeedback } from "./read-feedback"

const DELIVERY_REQUEST = "post_delivery_request"

/** A comment as it is kept; what is longer is cut. */
export const MAX_COMMENT = 4_000

/**
 * What a feedback row is as a question and its answer. That of staff and partners
 * is a row too, so that it can be counted apart.
 *
 * @param giver - null for somebody who is no customer
 */
export function feedbackToRating(
  feedback: SourceFeedback,
  giver: FeedbackGiver | null
): RatingFact {
  const state = stateOf(feedback, giver)
  const isAnswered = state === "answered"
  return {
    source_type: "feedback",
    source_id: feedback.id,
    named_person_id: giver?.person_id ?? null,
    email_hash: giver?.email_hash ?? null,
    customer_id: giver?.customer_id ?? null,
    order_id: feedback.order_id,
    asked_at: askedAt(feedback, state),
    answered_at: isAnswered ? answeredAt(feedback) : null,
    expires_at: null,
    state,
    scale: "1-5",
    value: isAnswered ? starsOf(feedback.rating ?? "three") : null,
    comment: isAnswered ? keptComment(feedback.comment) : null,
  }
}

/**
 * When it was answered: as the host says, else when it was sent, which of a request
 * is when it was asked; then it is the row's last change.
 */
export function answeredAt(feedback: SourceFeedback): Date {
  const told = readInstant(feedback.metadata?.answered_at)
  const sent = isRequest(feedback) ? null : feedback.submitted_at
  return told ?? sent ?? feedback.updated_at
}

/** A comment without what PostgreSQL cannot store; null for a blank one. */
export function keptComment(comment: string | null): string | null {
  const text = (comment ?? "")
    .replaceAll("\0", "")
    .trim()
    .slice(0, MAX_COMMENT)
    .replace(/\p{Surrogate}/gu, "")
  return text === "" ? null : text
}

function stateOf(
  feedback: SourceFeedback,
  giver: FeedbackGiver | null
): RatingState {
  if (feedback.order_id === null && giver === null) {
    return "not_customer"
  }
  const answer = feedbackAnswer(feedback)
  return answer === "unanswered" ? "asked" : answer
}

/** Null for a customer's feedback that nobody asked for. */
function askedAt(feedback: SourceFeedback, state: RatingState): Date | null {
  return isRequest(feedback) || state !== "answered"
    ? (feedback.submitted_at ?? feedback.created_at)
    : null
}

function isRequest({ metadata }: SourceFeedback): boolean {
  return metadata?.source === DELIVERY_REQUEST
}
