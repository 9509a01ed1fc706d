import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  retryPendingWorkStep,
  type RetryPendingWorkInput,
} from "./steps/retry-pending-work"

export type RetryPendingWorkWorkflowInput = RetryPendingWorkInput

export const retryPendingWorkWorkflowId = "retry-pending-work"

/** Does again what failed and belongs to no source: courtesies and erasures. */
export const retryPendingWorkWorkflow = createWorkflow(
  retryPendingWorkWorkflowId,
  (input: WorkflowData<RetryPendingWorkWorkflowInput>) =>
    new WorkflowResponse(retryPendingWorkStep(input))
)
