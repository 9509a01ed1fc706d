import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CalculateScoresInput } from "../../../modules/ad-planning/types"
import { calculateModelScoresStep } from "./steps/calculate-model-scores"

export type CalculateClvWorkflowInput = CalculateScoresInput

export const calculateClvWorkflowId = "calculate-clv"

/** Gives buyers their expected net revenue of the next 12 months. */
export const calculateClvWorkflow = createWorkflow(
  calculateClvWorkflowId,
  (input: WorkflowData<CalculateClvWorkflowInput>) => {
    return new WorkflowResponse(
      calculateModelScoresStep(transform({ input }, ofClv))
    )
  }
)

function ofClv({ input }: { input: CalculateClvWorkflowInput }) {
  return { ...input, type: "clv" as const }
}
