import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { savePlanStep, type SavePlanInput } from "./steps/save-plan"

export const savePlanWorkflowId = "save-budget-plan"

/** Saves a plan, to be held against what happens. */
export const savePlanWorkflow = createWorkflow(
  savePlanWorkflowId,
  (input: WorkflowData<SavePlanInput>) =>
    new WorkflowResponse(savePlanStep(input))
)
