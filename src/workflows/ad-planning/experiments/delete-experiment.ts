import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  deleteExperimentStep,
  type DeleteExperimentInput,
} from "./steps/delete-experiment"

export type DeleteExperimentWorkflowInput = DeleteExperimentInput

export const deleteExperimentWorkflowId = "delete-experiment"

/** Deletes an experiment; who saw it stays noted. */
export const deleteExperimentWorkflow = createWorkflow(
  deleteExperimentWorkflowId,
  (input: WorkflowData<DeleteExperimentWorkflowInput>) =>
    new WorkflowResponse(deleteExperimentStep(input))
)
