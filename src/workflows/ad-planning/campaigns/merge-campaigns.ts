import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import {
  mergeCampaignsStep,
  type MergeCampaignsInput,
} from "./steps/merge-campaigns"

export type MergeCampaignsWorkflowInput = MergeCampaignsInput

export const mergeCampaignsWorkflowId = "merge-ad-planning-campaigns"

/**
 * A person says that two campaigns are one: everything of the first is the second's,
 * and a value that might have been either is no question any more.
 */
export const mergeCampaignsWorkflow = createWorkflow(
  mergeCampaignsWorkflowId,
  (input: WorkflowData<MergeCampaignsWorkflowInput>) => {
    const merged = mergeCampaignsStep(input)
    const resolved = resolveTouchesStep({})
    writeBackTouchesStep(transform({ merged, resolved }, touchesOf))
    return new WorkflowResponse({ id: merged.id })
  }
)

function touchesOf(data: {
  merged: { touch_ids: string[] }
  resolved: { touch_ids: string[] }
}) {
  return { touch_ids: [...data.merged.touch_ids, ...data.resolved.touch_ids] }
}
