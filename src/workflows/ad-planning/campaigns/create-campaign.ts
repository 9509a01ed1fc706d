import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import {
  createCampaignStep,
  type CreateCampaignInput,
} from "./steps/create-campaign"

export type CreateCampaignWorkflowInput = CreateCampaignInput

export const createCampaignWorkflowId = "create-ad-planning-campaign"

/** Makes a campaign by hand; it may explain touches that had none. */
export const createCampaignWorkflow = createWorkflow(
  createCampaignWorkflowId,
  (input: WorkflowData<CreateCampaignWorkflowInput>) => {
    const campaign = createCampaignStep(input)
    const { touch_ids } = resolveTouchesStep({})
    writeBackTouchesStep({ touch_ids })
    return new WorkflowResponse(campaign)
  }
)
