import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { createLeadStep, type LeadRow } from "./steps/create-lead"

export type CreateLeadWorkflowInput = LeadRow

export const createLeadWorkflowId = "create-lead"

/** Takes in a lead of a lead ad; one that is known is left as it is. */
export const createLeadWorkflow = createWorkflow(
  createLeadWorkflowId,
  (input: WorkflowData<CreateLeadWorkflowInput>) =>
    new WorkflowResponse(createLeadStep(input))
)
