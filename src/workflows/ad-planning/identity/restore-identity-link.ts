import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { correctIdentityLinkStep } from "./steps/correct-identity-link"

export interface RestoreIdentityLinkWorkflowInput {
  link_id: string
}

export const restoreIdentityLinkWorkflowId = "restore-identity-link"

/** Takes back that a link was undone. */
export const restoreIdentityLinkWorkflow = createWorkflow(
  restoreIdentityLinkWorkflowId,
  (input: WorkflowData<RestoreIdentityLinkWorkflowInput>) =>
    new WorkflowResponse(
      correctIdentityLinkStep({ link_id: input.link_id, is_valid: true })
    )
)
