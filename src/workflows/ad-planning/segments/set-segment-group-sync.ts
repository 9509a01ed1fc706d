import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  setGroupSyncStep,
  type SetGroupSyncInput,
} from "./steps/set-group-sync"
import { syncSegmentGroupStep } from "./steps/sync-segment-group"

export type SetSegmentGroupSyncWorkflowInput = SetGroupSyncInput

export const setSegmentGroupSyncWorkflowId = "set-segment-group-sync"

/** Begins or ends the mirroring of a segment to a customer group. */
export const setSegmentGroupSyncWorkflow = createWorkflow(
  setSegmentGroupSyncWorkflowId,
  (input: WorkflowData<SetSegmentGroupSyncWorkflowInput>) => {
    const group = setGroupSyncStep(input)
    syncSegmentGroupStep(group)
    return new WorkflowResponse(group)
  }
)
