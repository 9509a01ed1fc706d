import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import {
  partCampaignsStep,
  type PartCampaignsInput,
} from "./steps/part-campaigns"
import { reaskCampaignsStep } from "./steps/reask-campaigns"

export type PartCampaignsWorkflowInput = PartCampaignsInput

export const partCampaignsWorkflowId = "part-ad-planning-campaigns"

/**
 * Undoes a merge: what moved goes back, and what came since is asked again which of
 * the two it is.
 */
export const partCampaignsWorkflow = createWorkflow(
  partCampaignsWorkflowId,
  (input: WorkflowData<PartCampaignsWorkflowInput>) => {
    const parted = partCampaignsStep(input)
    const asked = reaskCampaignsStep(transform({ parted }, sinceMerge))
    writeBackTouchesStep(transform({ parted, asked }, touchesOf))
    return new WorkflowResponse({ id: parted.id })
  }
)

function sinceMerge(data: {
  parted: { id: string; into_id: string; merged_at: string }
}) {
  return {
    campaign_ids: [data.parted.into_id],
    since: data.parted.merged_at,
    cause: { cause: "merge" as const, cause_id: data.parted.id },
  }
}

function touchesOf(data: {
  parted: { touch_ids: string[] }
  asked: { touch_ids: string[] }
}) {
  return { touch_ids: [...data.parted.touch_ids, ...data.asked.touch_ids] }
}
