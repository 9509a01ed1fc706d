import type {
  JourneyFact,
  NpsAnswer,
  RatingFact,
} from "../modules/ad-planning/types"
import { keptComment } from "./feedback-to-rating"

/** By what somebody who answered is known. */
export interface NpsGiver {
  named_person_id: string | null
  email_hash: string | null
  customer_id: string | null
  order_id: string | null
  asked_at: Date | null
  expires_at: Date | null
}

/** An answer on 0 to 10, as a rating. */
export function npsAnswerToRating(
  answer: NpsAnswer,
  giver: NpsGiver
): RatingFact {
  return {
    source_type: "nps_answer",
    source_id: answer.id,
    ...giver,
    answered_at: new Date(answer.answered_at),
    state: "answered",
    scale: "0-10",
    value: answer.value,
    comment: keptComment(answer.comment),
  }
}

/** The same on the timeline. */
export function npsAnswerToJourney(
  answer: NpsAnswer,
  giver: NpsGiver
): JourneyFact {
  return {
    source_type: "nps_answer",
    source_id: answer.id,
    event_type: "feedback",
    event_data: {
      rating: answer.value,
      scale: "0-10",
      order_id: giver.order_id,
      has_comment: keptComment(answer.comment) !== null,
    },
    channel: "web",
    stage: "retention",
    timestamp: new Date(answer.answered_at),
    email_hash: giver.email_hash,
    customer_id: giver.customer_id,
    visitor_id: null,
    session_id: null,
    value: null,
    currency: null,
    website_id: null,
  }
}
