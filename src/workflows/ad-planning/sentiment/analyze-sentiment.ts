import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  analyzeSentimentStep,
  type AnalyzeSentimentInput,
} from "./steps/analyze-sentiment"
import { writeBackSentimentStep } from "./steps/write-back-sentiment"

export type AnalyzeSentimentWorkflowInput = AnalyzeSentimentInput

export const analyzeSentimentWorkflowId = "analyze-sentiment"

/**
 * Reads what the texts of some rows say: nothing is asked of a text that was read
 * before. Feedback is told the result where it has the columns.
 */
export const analyzeSentimentWorkflow = createWorkflow(
  analyzeSentimentWorkflowId,
  (input: WorkflowData<AnalyzeSentimentWorkflowInput>) => {
    const counts = analyzeSentimentStep(input)
    const told = transform({ input, counts }, feedbackIds)
    writeBackSentimentStep(told)
    return new WorkflowResponse(counts)
  }
)

function feedbackIds({ input }: { input: AnalyzeSentimentInput }) {
  return {
    feedback_ids: input.source_type === "feedback" ? input.source_ids : [],
  }
}
