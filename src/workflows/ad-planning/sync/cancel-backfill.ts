import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  cancelBackfillStep,
  type CancelBackfillInput,
} from "./steps/cancel-backfill"

export type CancelBackfillWorkflowInput = CancelBackfillInput

export const cancelBackfillWorkflowId = "cancel-backfill"

/** Stops a backfill after the page it is at. */
export const cancelBackfillWorkflow = createWorkflow(
  cancelBackfillWorkflowId,
  (input: WorkflowData<CancelBackfillWorkflowInput>) =>
    new WorkflowResponse(cancelBackfillStep(input))
)
