import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { IdentityKind } from "../../../modules/ad-planning/types"
import { setRefusalStep } from "./steps/set-refusal"

export interface RefuseIdentityWorkflowInput {
  kind: IdentityKind
  value: string
}

export const refuseIdentityWorkflowId = "refuse-identity"

/** Says that an identifier names nobody: a terminal, an e-mail of the shop's own. */
export const refuseIdentityWorkflow = createWorkflow(
  refuseIdentityWorkflowId,
  (input: WorkflowData<RefuseIdentityWorkflowInput>) =>
    new WorkflowResponse(
      setRefusalStep({
        kind: input.kind,
        value: input.value,
        is_refused: true,
      })
    )
)
