import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  updateSegmentStep,
  type UpdateSegmentInput,
} from "./steps/update-segment"

export type UpdateSegmentWorkflowInput = UpdateSegmentInput

export const updateSegmentWorkflowId = "update-segment"

/** Changes a segment: its members stay until it is calculated. */
export const updateSegmentWorkflow = createWorkflow(
  updateSegmentWorkflowId,
  (input: WorkflowData<UpdateSegmentWorkflowInput>) =>
    new WorkflowResponse(updateSegmentStep(input))
)
