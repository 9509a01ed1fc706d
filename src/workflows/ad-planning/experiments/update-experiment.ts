import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  updateExperimentStep,
  type UpdateExperimentInput,
} from "./steps/update-experiment"

export type UpdateExperimentWorkflowInput = UpdateExperimentInput

export const updateExperimentWorkflowId = "update-experiment"

/** Changes a draft of an experiment. */
export const updateExperimentWorkflow = createWorkflow(
  updateExperimentWorkflowId,
  (input: WorkflowData<UpdateExperimentWorkflowInput>) =>
    new WorkflowResponse(updateExperimentStep(input))
)
