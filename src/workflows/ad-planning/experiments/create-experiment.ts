import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  createExperimentStep,
  type CreateExperimentInput,
} from "./steps/create-experiment"

export type CreateExperimentWorkflowInput = CreateExperimentInput

export const createExperimentWorkflowId = "create-experiment"

/** A new draft of an experiment. */
export const createExperimentWorkflow = createWorkflow(
  createExperimentWorkflowId,
  (input: WorkflowData<CreateExperimentWorkflowInput>) =>
    new WorkflowResponse(createExperimentStep(input))
)
