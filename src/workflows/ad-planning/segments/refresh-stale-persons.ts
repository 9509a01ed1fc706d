import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  refreshStalePersonsStep,
  type RefreshStalePersonsInput,
} from "./steps/refresh-stale-persons"
import { syncSegmentGroupsStep } from "./steps/sync-segment-groups"

export type RefreshStalePersonsWorkflowInput = RefreshStalePersonsInput

export const refreshStalePersonsWorkflowId = "refresh-stale-persons"

/** Makes segments, and their customer groups, follow the latest facts. */
export const refreshStalePersonsWorkflow = createWorkflow(
  refreshStalePersonsWorkflowId,
  (input: WorkflowData<RefreshStalePersonsWorkflowInput>) => {
    const refreshed = refreshStalePersonsStep(input)
    syncSegmentGroupsStep(refreshed)
    return new WorkflowResponse(refreshed)
  }
)
