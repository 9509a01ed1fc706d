import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { linkPersonInteractionsWorkflow } from "../identity/link-person-interactions"
import { trackConversionWorkflow } from "../conversions/track-conversion"
import {
  trackJourneysStep,
  type TrackJourneysInput,
} from "./steps/track-journeys"

export type TrackCustomerJourneyEventWorkflowInput = TrackJourneysInput

export const trackCustomerJourneyEventWorkflowId =
  "track-customer-journey-event"

/**
 * Reads analytics events, feedback and social posts, each once, and makes
 * customers' timelines what they say; an analytics event that meets a goal also
 * counts as a conversion, and one that identifies its visitor links them. Orders,
 * leads, form responses and what the storefront's script told are on the timeline
 * by their conversions.
 */
export const trackCustomerJourneyEventWorkflow = createWorkflow(
  trackCustomerJourneyEventWorkflowId,
  (input: WorkflowData<TrackCustomerJourneyEventWorkflowInput>) => {
    const result = trackJourneysStep(input)
    const counted = when(
      result,
      ({ conversions }) => conversions.length > 0
    ).then(() =>
      trackConversionWorkflow.runAsStep({
        input: { conversions: result.conversions },
      })
    )
    const identified = when(
      result,
      ({ identify_ids }) => identify_ids.length > 0
    ).then(() =>
      linkPersonInteractionsWorkflow.runAsStep({
        input: { analytics_event_ids: result.identify_ids },
      })
    )
    return new WorkflowResponse(
      transform({ result, counted, identified }, summarise)
    )
  }
)

/** How many touchpoints, conversions and links changed. */
function summarise(data: {
  result: { changed: number }
  counted?: { created_ids: string[] }
  identified?: { linked: number }
}) {
  return {
    changed:
      data.result.changed +
      (data.counted?.created_ids.length ?? 0) +
      (data.identified?.linked ?? 0),
  }
}
