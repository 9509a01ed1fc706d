import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { writeBackTouchesStep } from "../attribution/steps/write-back-touches"
import {
  syncSubmissionsStep,
  type SyncSubmissionsInput,
} from "./steps/sync-submissions"
import { trackedEvents } from "./tracked-events"

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
    const events = transform(result, trackedEvents)
    when(events, (tracked) => tracked.length > 0).then(() => {
      emitEventStep({
        eventName: AD_PLANNING_EVENTS.CONVERSION_TRACKED,
        data: events,
      })
    })
    return new WorkflowResponse(result)
  }
)
