import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  retrySentimentStep,
  type RetrySentimentInput,
} from "./steps/retry-sentiment"

export type RetrySentimentWorkflowInput = RetrySentimentInput

export const retrySentimentWorkflowId = "retry-sentiment"

/** Frees texts that failed too often: the next bulk run tries them again. */
export const retrySentimentWorkflow = createWorkflow(
  retrySentimentWorkflowId,
  (input: WorkflowData<RetrySentimentWorkflowInput>) =>
    new WorkflowResponse(retrySentimentStep(input))
)
