import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface RetrySentimentInput {
  /** Items; null frees all. */
  ids: string[] | null
}

export const retrySentimentStepId = "retry-sentiment"

/** Frees parked texts. Undone by nothing: a text that is tried again harms nobody. */
export const retrySentimentStep = createStep(
  retrySentimentStepId,
  async ({ ids }: RetrySentimentInput, { container }) => {
    const freed = await serviceOf(container).sentiment.retry(ids, new Date())
    return new StepResponse({ freed: freed.length })
  }
)
