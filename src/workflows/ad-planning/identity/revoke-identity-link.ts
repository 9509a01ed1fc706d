import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { correctIdentityLinkStep } from "./steps/correct-identity-link"

export interface RevokeIdentityLinkWorkflowInput {
  link_id: string
}

export const revokeIdentityLinkWorkflowId = "revoke-identity-link"

/** Undoes a link: the identifier is not that person's, and its rows move. */
export const revokeIdentityLinkWorkflow = createWorkflow(
  revokeIdentityLinkWorkflowId,
  (input: WorkflowData<RevokeIdentityLinkWorkflowInput>) =>
    new WorkflowResponse(
      correctIdentityLinkStep({ link_id: input.link_id, is_valid: false })
    )
)
