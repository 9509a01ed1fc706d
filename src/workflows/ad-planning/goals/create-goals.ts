import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createGoalsStep, type CreateGoalsInput } from "./steps/create-goals"

export type CreateGoalsWorkflowInput = CreateGoalsInput

export const createGoalsWorkflowId = "create-goals"

/** New goals; they count what happens from now on. */
export const createGoalsWorkflow = createWorkflow(
  createGoalsWorkflowId,
  (input: WorkflowData<CreateGoalsWorkflowInput>) =>
    new WorkflowResponse(createGoalsStep(input))
)
