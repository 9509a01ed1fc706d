import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { deleteCampaignStep } from "./steps/delete-campaign"

export const deleteCampaignWorkflowId = "delete-ad-planning-campaign"

/** Deletes a campaign that nothing hangs on. */
export const deleteCampaignWorkflow = createWorkflow(
  deleteCampaignWorkflowId,
  (input: WorkflowData<{ id: string }>) =>
    new WorkflowResponse(deleteCampaignStep(input))
)
