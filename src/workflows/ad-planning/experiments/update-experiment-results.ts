import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  updateExperimentResultsStep,
  type UpdateExperimentResultsInput,
} from "./steps/update-experiment-results"

export type UpdateExperimentResultsWorkflowInput = UpdateExperimentResultsInput

export const updateExperimentResultsWorkflowId = "update-experiment-results"

/** Results of every experiment whose figures may still change. */
export const updateExperimentResultsWorkflow = createWorkflow(
  updateExperimentResultsWorkflowId,
  (input: WorkflowData<UpdateExperimentResultsWorkflowInput>) =>
    new WorkflowResponse(updateExperimentResultsStep(input))
)
