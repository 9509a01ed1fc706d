import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { writeBackFeedback } from "../write-back-feedback"

export const writeBackSentimentStepId = "write-back-sentiment"

/**
 * Tells the host's feedback what was read out of it. Nothing is undone: the columns
 * follow the analyses at the next run, and nothing of ours reads them.
 */
export const writeBackSentimentStep = createStep(
  writeBackSentimentStepId,
  async ({ feedback_ids }: { feedback_ids: string[] }, { container }) =>
    new StepResponse({
      written: await writeBackFeedback(container, feedback_ids),
    })
)
