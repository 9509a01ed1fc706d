import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  linkPersonInteractionsStep,
  type LinkPersonInteractionsInput,
} from "./steps/link-person-interactions"

export type LinkPersonInteractionsWorkflowInput = LinkPersonInteractionsInput

export const linkPersonInteractionsWorkflowId = "link-person-interactions"

/**
 * Links identifiers to the persons that records and `identify` events name, so
 * that whatever was done under them is theirs.
 */
export const linkPersonInteractionsWorkflow = createWorkflow(
  linkPersonInteractionsWorkflowId,
  (input: WorkflowData<LinkPersonInteractionsWorkflowInput>) => {
    return new WorkflowResponse(linkPersonInteractionsStep(input))
  }
)
