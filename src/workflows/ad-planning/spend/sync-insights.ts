import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { syncInsightsStep, type SyncInsightsInput } from "./steps/sync-insights"

export type SyncInsightsWorkflowInput = SyncInsightsInput

export const syncInsightsWorkflowId = "sync-ad-insights"

/** Copies what campaigns cost and showed per day. */
export const syncInsightsWorkflow = createWorkflow(
  syncInsightsWorkflowId,
  (input: WorkflowData<SyncInsightsWorkflowInput>) => {
    return new WorkflowResponse(syncInsightsStep(input))
  }
)
