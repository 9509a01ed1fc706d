import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CalculateScoresInput } from "../../../modules/ad-planning/types"
import { calculateScoresStep } from "./steps/calculate-scores"
import { writeBackEngagementStep } from "./steps/write-back-engagement"

export type CalculateEngagementScoresWorkflowInput = CalculateScoresInput

export const calculateEngagementScoresWorkflowId = "calculate-engagement-scores"

/**
 * Calculates people's engagement, and tells the store's own records of it where
 * they have the fields.
 */
export const calculateEngagementScoresWorkflow = createWorkflow(
  calculateEngagementScoresWorkflowId,
  (input: WorkflowData<CalculateEngagementScoresWorkflowInput>) => {
    const counts = calculateScoresStep(transform({ input }, ofEngagement))
    writeBackEngagementStep(transform({ input, counts }, afterwards))
    return new WorkflowResponse(counts)
  }
)

function ofEngagement(data: { input: CalculateEngagementScoresWorkflowInput }) {
  return { ...data.input, type: "engagement" as const }
}

/** Only what is calculated is written back: the step waits for the counts. */
function afterwards(data: {
  input: CalculateEngagementScoresWorkflowInput
  counts: { changed: number }
}) {
  return data.counts.changed > 0
    ? { person_ids: data.input.person_ids ?? null }
    : { person_ids: [] }
}
