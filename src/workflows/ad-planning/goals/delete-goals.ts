import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { deleteGoalsStep, type DeleteGoalsInput } from "./steps/delete-goals"

export type DeleteGoalsWorkflowInput = DeleteGoalsInput

export const deleteGoalsWorkflowId = "delete-goals"

/** Deletes goals: nothing meets them any more. */
export const deleteGoalsWorkflow = createWorkflow(
  deleteGoalsWorkflowId,
  (input: WorkflowData<DeleteGoalsWorkflowInput>) =>
    new WorkflowResponse(deleteGoalsStep(input))
)
