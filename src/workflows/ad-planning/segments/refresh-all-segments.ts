import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  refreshSegmentsStep,
  type RefreshSegmentsInput,
} from "./steps/refresh-segments"

export type RefreshAllSegmentsWorkflowInput = RefreshSegmentsInput

export const refreshAllSegmentsWorkflowId = "refresh-all-segments"

/** Calculates every active segment that updates itself. */
export const refreshAllSegmentsWorkflow = createWorkflow(
  refreshAllSegmentsWorkflowId,
  (input: WorkflowData<RefreshAllSegmentsWorkflowInput>) =>
    new WorkflowResponse(refreshSegmentsStep(input))
)
