import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  createSegmentsStep,
  type CreateSegmentsInput,
} from "./steps/create-segments"

export type CreateSegmentsWorkflowInput = CreateSegmentsInput

export const createSegmentsWorkflowId = "create-segments"

/** New segments; nobody is in them until they are calculated. */
export const createSegmentsWorkflow = createWorkflow(
  createSegmentsWorkflowId,
  (input: WorkflowData<CreateSegmentsWorkflowInput>) =>
    new WorkflowResponse(createSegmentsStep(input))
)
