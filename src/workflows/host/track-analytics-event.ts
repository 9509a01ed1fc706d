import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { TrackedEvent } from "../../host-modules/custom-analytics/types"
import { recordAnalyticsEventStep } from "./steps/record-analytics-event"

export type TrackAnalyticsEventWorkflowInput = TrackedEvent

export const trackAnalyticsEventWorkflowId = "track-analytics-event"

/** Takes in one message of the storefront's tracker. */
export const trackAnalyticsEventWorkflow = createWorkflow(
  trackAnalyticsEventWorkflowId,
  (input: WorkflowData<TrackAnalyticsEventWorkflowInput>) =>
    new WorkflowResponse(recordAnalyticsEventStep(input))
)
