import {
  createWorkflow,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { ConversionInput } from "../../../modules/ad-planning/types"
import { resolveTouchesStep } from "../attribution/steps/resolve-touches"
import { announceConversions } from "./announce-conversions"
import { trackConversionsStep } from "./steps/track-conversions"

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
    announceConversions(result)
    return new WorkflowResponse(result)
  }
)
