import type { JourneyFact } from "../modules/ad-planning/types"
import {
  feedbackAnswer,
  starsOf,
} from "../modules/ad-planning/utils/journeys/feedback-answer"
import { cleanText } from "../modules/ad-planning/utils/text/normalise"
import { answeredAt } from "./feedback-to-rating"
import type { SourceFeedback } from "./read-feedback"

/** By what a customer who gave feedback is known. */
export interface FeedbackGiver {
  email_hash: string | null
  customer_id: string | null
  /** A person of the store without an e-mail, whom nothing else names. */
  person_id?: string | null
}

/**
 * The touchpoint a customer's answer is. None for a request without an answer,
 * or without one that can be told, and for feedback of staff and partners, who
 * have neither an order nor a customer's name.
 *
 * @param giver - null for somebody who is no customer
 */
export function feedbackToJourney(
  feedback: SourceFeedback,
  giver: FeedbackGiver | null
): JourneyFact | null {
  const isCustomers = feedback.order_id !== null || giver !== null
  if (!isCustomers || feedbackAnswer(feedback) !== "answered") {
    return null
  }
  return {
    source_type: "feedback",
    source_id: feedback.id,
    event_type: "feedback",
    event_data: {
      rating: starsOf(feedback.rating),
      scale: "1-5",
      order_id: feedback.order_id,
      has_comment: cleanText(feedback.comment) !== null,
    },
    channel: "web",
    stage: "retention",
    timestamp: answeredAt(feedback),
    email_hash: giver?.email_hash ?? null,
    customer_id: giver?.customer_id ?? null,
    visitor_id: null,
    session_id: null,
    value: null,
    currency: null,
    website_id: null,
  }
}
