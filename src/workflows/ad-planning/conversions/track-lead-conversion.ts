import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import { announceConversions } from "./announce-conversions"
import {
  syncSubmissionsStep,
  type SyncSubmissionsInput,
} from "./steps/sync-submissions"

export type TrackLeadConversionWorkflowInput = SyncSubmissionsInput

export const trackLeadConversionWorkflowId = "track-lead-conversion"

/**
 * Reads leads and form responses and makes their conversions what they say: with
 * the campaign of the ad they came from, and one conversion for one submission,
 * however many rows tell of it.
 */
export const trackLeadConversionWorkflow = createWorkflow(
  trackLeadConversionWorkflowId,
  (input: WorkflowData<TrackLeadConversionWorkflowInput>) => {
    const result = syncSubmissionsStep(input)
    const touches = transform(result, ({ touch_ids }) => ({ touch_ids }))
    resolveTouchesStep(touches)
    writeBackTouchesStep(touches)
    announceConversions(result)
    return new WorkflowResponse(result)
  }
)
