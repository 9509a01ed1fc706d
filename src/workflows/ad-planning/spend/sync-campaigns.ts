import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
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
    const explained = when(campaigns, ({ changed }) => changed > 0).then(() =>
      resolveTouchesStep({})
    )
    writeBackTouchesStep(transform({ campaigns, explained }, changedTouches))
    return new WorkflowResponse(
      transform(campaigns, ({ changed }) => ({ changed }))
    )
  }
)

function changedTouches(data: {
  campaigns: { touch_ids: string[] }
  explained?: { touch_ids: string[] }
}) {
  return {
    touch_ids: [
      ...data.campaigns.touch_ids,
      ...(data.explained?.touch_ids ?? []),
    ],
  }
}
