import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { openNpsLinkStep, type OpenNpsLinkInput } from "./steps/open-nps-link"

export type CreateNpsLinkWorkflowInput = OpenNpsLinkInput

export const createNpsLinkWorkflowId = "create-nps-link"

/**
 * Makes the link of an e-mail that asks a customer how likely they are to recommend
 * the shop.
 */
export const createNpsLinkWorkflow = createWorkflow(
  createNpsLinkWorkflowId,
  (input: WorkflowData<CreateNpsLinkWorkflowInput>) =>
    new WorkflowResponse(openNpsLinkStep(input))
)
