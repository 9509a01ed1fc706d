import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  recordExposuresStep,
  type RecordExposuresInput,
} from "./steps/record-exposures"

export type RecordExposuresWorkflowInput = RecordExposuresInput

export const recordExposuresWorkflowId = "record-exposures"

/** Notes which visitors saw which variant, each once. */
export const recordExposuresWorkflow = createWorkflow(
  recordExposuresWorkflowId,
  (input: WorkflowData<RecordExposuresWorkflowInput>) =>
    new WorkflowResponse(recordExposuresStep(input))
)
