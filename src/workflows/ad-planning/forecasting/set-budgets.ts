import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { setBudgetsStep, type SetBudgetsInput } from "./steps/set-budgets"

export const setBudgetsWorkflowId = "set-campaign-budgets"

/** Sets what campaigns may cost, as the store says; nothing changes at a platform. */
export const setBudgetsWorkflow = createWorkflow(
  setBudgetsWorkflowId,
  (input: WorkflowData<SetBudgetsInput>) =>
    new WorkflowResponse(setBudgetsStep(input))
)
