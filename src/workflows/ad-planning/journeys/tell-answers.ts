import type { MedusaContainer } from "@medusajs/framework/types"
import { isModulePresent } from "../../../lib/host-modules"
import type { RatingChanges } from "../../../modules/ad-planning/effects/sync-ratings"
import { serviceOf } from "../../../modules/ad-planning/service-of"
import type {
  JourneyFact,
  JourneyKey,
  NpsAnswer,
} from "../../../modules/ad-planning/types"
import { feedbackToJourney } from "../../../sources/feedback-to-journey"
import { feedbackToRating } from "../../../sources/feedback-to-rating"
import {
  type NpsGiver,
  npsAnswerToJourney,
  npsAnswerToRating,
} from "../../../sources/nps-answer-to-facts"
import {
  readFeedback,
  readFeedbackGivers,
} from "../../../sources/read-feedback"
import { readNpsGiver } from "../../../sources/read-nps-givers"

export interface ToldAnswers {
  facts: JourneyFact[]
  gone: JourneyKey[]
  ratings: RatingChanges
}

const NOTHING: ToldAnswers = {
  facts: [],
  gone: [],
  ratings: { facts: [], gone: [] },
}

/** What feedback rows say: a question each, and an answered one is on the timeline. */
export async function tellFeedback(
  container: MedusaContainer,
  ids: string[]
): Promise<ToldAnswers> {
  if (ids.length === 0 || !isModulePresent("feedback")) {
    return NOTHING
  }
  const { secret } = serviceOf(container).options
  const rows = await readFeedback(container, ids)
  const givers = await readFeedbackGivers(container, rows, secret)
  const giverOf = (id: string) => givers.get(id) ?? null
  const facts = rows.flatMap(
    (row) => feedbackToJourney(row, giverOf(row.id)) ?? []
  )
  return {
    facts,
    gone: missing(ids, facts),
    ratings: {
      facts: rows.map((row) => feedbackToRating(row, giverOf(row.id))),
      gone: missing(
        ids,
        rows.map((row) => ({ source_id: row.id }))
      ),
    },
  }
}

function missing(ids: string[], known: { source_id: string }[]) {
  const found = new Set(known.map(({ source_id }) => source_id))
  return ids
    .filter((id) => !found.has(id))
    .map((source_id) => ({ source_type: "feedback" as const, source_id }))
}

/**
 * Answers on 0 to 10. Whose one is stands in our own link, which may have gone with
 * whom it asked; or the store states it.
 */
export async function tellNpsAnswers(
  container: MedusaContainer,
  answers: NpsAnswer[]
): Promise<ToldAnswers> {
  const known = await Promise.all(
    answers.map(async (answer) => {
      const giver = await giverOfAnswer(container, answer)
      return giver ? [{ answer, giver }] : []
    })
  )
  return {
    facts: known
      .flat()
      .map(({ answer, giver }) => npsAnswerToJourney(answer, giver)),
    gone: [],
    ratings: {
      facts: known
        .flat()
        .map(({ answer, giver }) => npsAnswerToRating(answer, giver)),
      gone: [],
    },
  }
}

async function giverOfAnswer(
  container: MedusaContainer,
  answer: NpsAnswer
): Promise<NpsGiver | null> {
  const isStated = [
    answer.person_id,
    answer.order_id,
    answer.customer_id,
    answer.email,
  ].some((value) => value !== undefined)
  if (isStated) {
    return await readNpsGiver(container, answer)
  }
  const [link] = await serviceOf(container).listAdPlanningRatings({
    source_type: "nps_answer",
    source_id: answer.id,
  })
  return link
    ? {
        named_person_id: link.named_person_id,
        email_hash: link.email_hash,
        customer_id: link.customer_id,
        order_id: link.order_id,
        asked_at: link.asked_at && new Date(link.asked_at),
        expires_at: link.expires_at && new Date(link.expires_at),
      }
    : null
}
