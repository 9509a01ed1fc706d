import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import { findAnomaliesStep, type WatchInput } from "./steps/find-anomalies"
import { fitCurvesStep } from "./steps/fit-curves"
import { trackPacingStep } from "./steps/track-pacing"

export const watchBudgetsWorkflowId = "watch-budgets"

/** What left its course, which month goes off its budget, and what spend brings. */
export const watchBudgetsWorkflow = createWorkflow(
  watchBudgetsWorkflowId,
  (input: WorkflowData<WatchInput>) => {
    const anomalies = findAnomaliesStep(input)
    const pacing = trackPacingStep(input)
    const curves = fitCurvesStep(input)
    when("anomalies-began", anomalies, ({ id }) => id.length > 0).then(() => {
      emitEventStep({
        eventName: AD_PLANNING_EVENTS.CAMPAIGN_ANOMALY,
        data: anomalies,
      }).config({ name: "announce-anomalies" })
    })
    when("months-off-pace", pacing, ({ id }) => id.length > 0).then(() => {
      emitEventStep({
        eventName: AD_PLANNING_EVENTS.CAMPAIGN_OFF_PACE,
        data: pacing,
      }).config({ name: "announce-off-pace" })
    })
    return new WorkflowResponse(
      transform({ anomalies, pacing, curves }, (data) => ({
        anomalies: data.anomalies.id,
        off_pace: data.pacing.id,
        curves: data.curves,
      }))
    )
  }
)
