import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { assignTouchStep, type AssignTouchInput } from "./steps/assign-touch"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export type AssignSessionCampaignWorkflowInput = AssignTouchInput

export const assignSessionCampaignWorkflowId = "assign-session-campaign"

/**
 * A person assigns a session to a campaign. With `remember` every unresolved
 * touch with the same utm value follows, and its conversions with it.
 */
export const assignSessionCampaignWorkflow = createWorkflow(
  assignSessionCampaignWorkflowId,
  (input: WorkflowData<AssignSessionCampaignWorkflowInput>) => {
    const touch = assignTouchStep(input)
    const likes = when(input, ({ remember }) => remember === true).then(() =>
      resolveTouchesStep(transform(input, remembered))
    )
    writeBackTouchesStep(transform({ touch, likes }, changedTouches))
    return new WorkflowResponse(touch)
  }
)

function remembered({ actor_id }: AssignSessionCampaignWorkflowInput) {
  return { cause: { cause: "alias" as const, actor_id } }
}

function changedTouches(data: {
  touch: { touch_id: string }
  likes?: { touch_ids: string[] }
}) {
  return { touch_ids: [data.touch.touch_id, ...(data.likes?.touch_ids ?? [])] }
}
