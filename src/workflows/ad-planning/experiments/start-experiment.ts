import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  startExperimentStep,
  type StartExperimentInput,
} from "./steps/start-experiment"

export type StartExperimentWorkflowInput = StartExperimentInput

export const startExperimentWorkflowId = "start-experiment"

/** Visitors are assigned from now on. */
export const startExperimentWorkflow = createWorkflow(
  startExperimentWorkflowId,
  (input: WorkflowData<StartExperimentWorkflowInput>) =>
    new WorkflowResponse(startExperimentStep(input))
)
