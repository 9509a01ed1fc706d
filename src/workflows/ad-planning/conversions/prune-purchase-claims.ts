import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  prunePurchaseClaimsStep,
  type PrunePurchaseClaimsInput,
} from "./steps/prune-purchase-claims"

export type PrunePurchaseClaimsWorkflowInput = PrunePurchaseClaimsInput

export const prunePurchaseClaimsWorkflowId = "prune-purchase-claims"

/** Forgets what browsers said of orders that never came. */
export const prunePurchaseClaimsWorkflow = createWorkflow(
  prunePurchaseClaimsWorkflowId,
  (input: WorkflowData<PrunePurchaseClaimsWorkflowInput>) =>
    new WorkflowResponse(prunePurchaseClaimsStep(input))
)
