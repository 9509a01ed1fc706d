import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { updateGoalsStep, type UpdateGoalsInput } from "./steps/update-goals"

export type UpdateGoalsWorkflowInput = UpdateGoalsInput

export const updateGoalsWorkflowId = "update-goals"

/** Changes goals: what they counted so far stays. */
export const updateGoalsWorkflow = createWorkflow(
  updateGoalsWorkflowId,
  (input: WorkflowData<UpdateGoalsWorkflowInput>) =>
    new WorkflowResponse(updateGoalsStep(input))
)
