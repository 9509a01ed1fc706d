import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  stopExperimentStep,
  type StopExperimentInput,
} from "./steps/stop-experiment"

export type StopExperimentWorkflowInput = StopExperimentInput

export const stopExperimentWorkflowId = "stop-experiment"

/** Nobody is assigned any more; who was still matures. */
export const stopExperimentWorkflow = createWorkflow(
  stopExperimentWorkflowId,
  (input: WorkflowData<StopExperimentWorkflowInput>) =>
    new WorkflowResponse(stopExperimentStep(input))
)
