import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { IdentityKind } from "../../../modules/ad-planning/types"
import { setRefusalStep } from "./steps/set-refusal"

export interface AdmitIdentityWorkflowInput {
  kind: IdentityKind
  value: string
}

export const admitIdentityWorkflowId = "admit-identity"

/** Takes back that an identifier was refused: it names whom it did. */
export const admitIdentityWorkflow = createWorkflow(
  admitIdentityWorkflowId,
  (input: WorkflowData<AdmitIdentityWorkflowInput>) =>
    new WorkflowResponse(
      setRefusalStep({
        kind: input.kind,
        value: input.value,
        is_refused: false,
      })
    )
)
