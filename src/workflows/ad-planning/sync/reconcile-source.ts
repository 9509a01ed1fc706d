import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  reconcileSourceStep,
  type ReconcileSourceInput,
} from "./steps/reconcile-source"

export type ReconcileSourceWorkflowInput = ReconcileSourceInput

export const reconcileSourceWorkflowId = "reconcile-source"

/** Makes good whatever events of one source were missed. */
export const reconcileSourceWorkflow = createWorkflow(
  reconcileSourceWorkflowId,
  (input: WorkflowData<ReconcileSourceWorkflowInput>) => {
    return new WorkflowResponse(reconcileSourceStep(input))
  }
)
