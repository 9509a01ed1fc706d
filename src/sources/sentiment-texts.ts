import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../lib/host-modules"
import { serviceOf } from "../modules/ad-planning/service-of"
import type {
  SentimentSource,
  SentimentText,
} from "../modules/ad-planning/types"
import { feedbackAnswer } from "../modules/ad-planning/utils/journeys/feedback-answer"
import { textHash } from "../modules/ad-planning/utils/sentiment/text-hash"
import { cleanId, cleanText } from "../modules/ad-planning/utils/text/normalise"
import { readInstant } from "../modules/ad-planning/utils/period/read-instant"
import { readFeedback, readFeedbackGivers } from "./read-feedback"
import { readFormTexts } from "./read-form-texts"
import { readSocialTexts } from "./read-social-texts"

export const FEEDBACK_MODULE = "feedback"
export const FORMS_MODULE = "forms"

/** Whether the store has what texts of a kind are read from. */
export function isSentimentSourcePresent(source: SentimentSource): boolean {
  if (source === "feedback") {
    return isModulePresent(FEEDBACK_MODULE)
  }
  return source === "form_response" ? isModulePresent(FORMS_MODULE) : true
}

/** The texts of some rows; rows without one are left out. */
export async function readSentimentTexts(
  container: MedusaContainer,
  source: SentimentSource,
  ids: string[]
): Promise<SentimentText[]> {
  if (ids.length === 0 || !isSentimentSourcePresent(source)) {
    return []
  }
  switch (source) {
    case "feedback":
      return await readFeedbackTexts(container, ids)
    case "form_response":
      return await readFormTexts(container, ids)
    default:
      return await readSocialTexts(container, source, ids)
  }
}

/** Comments of customers; staff's and partners' are theirs, with no person. */
async function readFeedbackTexts(
  container: MedusaContainer,
  ids: string[]
): Promise<SentimentText[]> {
  const { secret } = serviceOf(container).options
  const rows = (await readFeedback(container, ids)).filter(
    (row) =>
      cleanText(row.comment) !== null && feedbackAnswer(row) === "answered"
  )
  const givers = await readFeedbackGivers(container, rows, secret)
  return rows.map((row) => ({
    source_type: "feedback",
    source_id: row.id,
    text: row.comment!,
    text_hash: textHash(row.comment!, secret),
    occurred_at:
      readInstant(row.metadata?.answered_at) ??
      row.submitted_at ??
      row.updated_at,
    email_hash: givers.get(row.id)?.email_hash ?? null,
    customer_id: givers.get(row.id)?.customer_id ?? null,
    visitor_id: null,
    order_id: cleanId(row.order_id),
  }))
}
