import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  changeMembersStep,
  type ChangeMembersInput,
} from "./steps/change-members"
import { syncSegmentGroupStep } from "./steps/sync-segment-group"

export type ChangeSegmentMembersWorkflowInput = ChangeMembersInput

export const changeSegmentMembersWorkflowId = "change-segment-members"

/** Adds and removes members by hand or by import, in the customer group too. */
export const changeSegmentMembersWorkflow = createWorkflow(
  changeSegmentMembersWorkflowId,
  (input: WorkflowData<ChangeSegmentMembersWorkflowInput>) => {
    const changed = changeMembersStep(input)
    syncSegmentGroupStep(transform({ input, changed }, groupInput))
    return new WorkflowResponse(changed)
  }
)

function groupInput({ input }: { input: ChangeSegmentMembersWorkflowInput }) {
  return { segment_id: input.segment_id }
}
