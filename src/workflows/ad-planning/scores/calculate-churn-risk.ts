import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import type { CalculateScoresInput } from "../../../modules/ad-planning/types"
import { calculateModelScoresStep } from "./steps/calculate-model-scores"

export type CalculateChurnRiskWorkflowInput = CalculateScoresInput

export const calculateChurnRiskWorkflowId = "calculate-churn-risk"

/** Gives buyers their risk to leave, and announces who came over the line. */
export const calculateChurnRiskWorkflow = createWorkflow(
  calculateChurnRiskWorkflowId,
  (input: WorkflowData<CalculateChurnRiskWorkflowInput>) => {
    const counts = calculateModelScoresStep(transform({ input }, ofChurn))
    when(counts, ({ crossed }) => crossed.length > 0).then(() =>
      emitEventStep({
        eventName: AD_PLANNING_EVENTS.CUSTOMER_AT_RISK,
        data: transform({ counts }, crossedIds),
      })
    )
    return new WorkflowResponse(counts)
  }
)

function ofChurn({ input }: { input: CalculateChurnRiskWorkflowInput }) {
  return { ...input, type: "churn_risk" as const }
}

function crossedIds({ counts }: { counts: { crossed: string[] } }) {
  return { id: counts.crossed }
}
