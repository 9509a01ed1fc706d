import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CalculateScoresInput } from "../../../modules/ad-planning/types"
import { calculateScoresStep } from "./steps/calculate-scores"

export type CalculateNpsScoresWorkflowInput = CalculateScoresInput

export const calculateNpsScoresWorkflowId = "calculate-nps-scores"

/** Gives people their last answer on 0 to 10 as a score. */
export const calculateNpsScoresWorkflow = createWorkflow(
  calculateNpsScoresWorkflowId,
  (input: WorkflowData<CalculateNpsScoresWorkflowInput>) => {
    return new WorkflowResponse(
      calculateScoresStep(transform({ input }, ofNps))
    )
  }
)

function ofNps({ input }: { input: CalculateNpsScoresWorkflowInput }) {
  return { ...input, type: "nps" as const }
}
