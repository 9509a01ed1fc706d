import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import type { ConversionInput } from "../../../modules/ad-planning/types"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { trackConversionsStep } from "./steps/track-conversions"
import { trackedEvents } from "./tracked-events"

export interface TrackConversionWorkflowInput {
  conversions: ConversionInput[]
}

export const trackConversionWorkflowId = "track-conversion"

/**
 * Counts what the storefront's script, an analytics event or a person says
 * happened, each key once, all of it in one transaction. A purchase among them
 * is claimed: it counts when its order comes.
 */
export const trackConversionWorkflow = createWorkflow(
  trackConversionWorkflowId,
  (input: WorkflowData<TrackConversionWorkflowInput>) => {
    const result = trackConversionsStep(input)
    when(result, ({ touch_ids }) => touch_ids.length > 0).then(() => {
      resolveTouchesStep({ touch_ids: result.touch_ids })
    })
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
