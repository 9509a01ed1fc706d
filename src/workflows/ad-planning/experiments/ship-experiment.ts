import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  shipExperimentStep,
  type ShipExperimentInput,
} from "./steps/ship-experiment"

export type ShipExperimentWorkflowInput = ShipExperimentInput

export const shipExperimentWorkflowId = "ship-experiment"

/** Notes which variant the shop went on with, and why. */
export const shipExperimentWorkflow = createWorkflow(
  shipExperimentWorkflowId,
  (input: WorkflowData<ShipExperimentWorkflowInput>) =>
    new WorkflowResponse(shipExperimentStep(input))
)
