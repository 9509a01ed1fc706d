import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { editCampaignStep, type EditCampaignInput } from "./steps/edit-campaign"

export type EditCampaignWorkflowInput = EditCampaignInput

export const editCampaignWorkflowId = "edit-ad-planning-campaign"

/** Changes a campaign by hand; another name or other dates may explain touches. */
export const editCampaignWorkflow = createWorkflow(
  editCampaignWorkflowId,
  (input: WorkflowData<EditCampaignWorkflowInput>) => {
    const campaign = editCampaignStep(input)
    const { touch_ids } = resolveTouchesStep({})
    writeBackTouchesStep({ touch_ids })
    return new WorkflowResponse(campaign)
  }
)
