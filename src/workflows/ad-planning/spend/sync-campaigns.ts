import {
  createWorkflow,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import {
  syncCampaignsStep,
  type SyncCampaignsInput,
} from "./steps/sync-campaigns"

export type SyncCampaignsWorkflowInput = SyncCampaignsInput

export const syncCampaignsWorkflowId = "sync-ad-campaigns"

/** Copies campaigns; a new or renamed one may explain unresolved touches. */
export const syncCampaignsWorkflow = createWorkflow(
  syncCampaignsWorkflowId,
  (input: WorkflowData<SyncCampaignsWorkflowInput>) => {
    const campaigns = syncCampaignsStep(input)
    when(campaigns, ({ changed }) => changed > 0).then(() => {
      resolveTouchesStep({})
    })
    return new WorkflowResponse(campaigns)
  }
)
