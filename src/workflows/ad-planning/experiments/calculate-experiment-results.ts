import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import {
  calculateExperimentResultsStep,
  type CalculateExperimentResultsInput,
} from "./steps/calculate-experiment-results"

export type CalculateExperimentResultsWorkflowInput =
  CalculateExperimentResultsInput

export const calculateExperimentResultsWorkflowId =
  "calculate-experiment-results"

/** What an experiment says by now; the first time that it shows a difference is announced. */
export const calculateExperimentResultsWorkflow = createWorkflow(
  calculateExperimentResultsWorkflowId,
  (input: WorkflowData<CalculateExperimentResultsWorkflowInput>) => {
    const result = calculateExperimentResultsStep(input)
    when(result, ({ is_new }) => is_new).then(() => {
      emitEventStep({
        eventName: AD_PLANNING_EVENTS.EXPERIMENT_SIGNIFICANT,
        data: transform(result, significantEvent),
      })
    })
    return new WorkflowResponse(result)
  }
)

function significantEvent({ id }: { id: string }) {
  return { id }
}
