import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  bulkAnalyzeSentimentStep,
  type BulkAnalyzeSentimentInput,
} from "./steps/bulk-analyze-sentiment"

export type BulkAnalyzeSentimentWorkflowInput = BulkAnalyzeSentimentInput

export const bulkAnalyzeSentimentWorkflowId = "bulk-analyze-sentiment"

/** Reads every comment, form answer and mention that is not read yet. */
export const bulkAnalyzeSentimentWorkflow = createWorkflow(
  bulkAnalyzeSentimentWorkflowId,
  (input: WorkflowData<BulkAnalyzeSentimentWorkflowInput>) =>
    new WorkflowResponse(bulkAnalyzeSentimentStep(input))
)
