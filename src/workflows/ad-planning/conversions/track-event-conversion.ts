import {
  createWorkflow,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  readGoalEventsStep,
  type ReadGoalEventsInput,
} from "./steps/read-goal-events"
import { trackConversionWorkflow } from "./track-conversion"

export type TrackEventConversionWorkflowInput = ReadGoalEventsInput

export const trackEventConversionWorkflowId = "track-event-conversion"

/** Counts the analytics events that meet a goal. */
export const trackEventConversionWorkflow = createWorkflow(
  trackEventConversionWorkflowId,
  (input: WorkflowData<TrackEventConversionWorkflowInput>) => {
    const events = readGoalEventsStep(input)
    when(events, ({ conversions }) => conversions.length > 0).then(() => {
      trackConversionWorkflow.runAsStep({ input: events })
    })
    return new WorkflowResponse(events)
  }
)
