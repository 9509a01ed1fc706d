import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  calculateSegmentStep,
  type CalculateSegmentInput,
} from "./steps/calculate-segment"
import { syncSegmentGroupStep } from "./steps/sync-segment-group"

export type CalculateSegmentMembershipWorkflowInput = CalculateSegmentInput

export const calculateSegmentMembershipWorkflowId =
  "calculate-segment-membership"

/** Makes the members of a segment, and its customer group, what its rules say. */
export const calculateSegmentMembershipWorkflow = createWorkflow(
  calculateSegmentMembershipWorkflowId,
  (input: WorkflowData<CalculateSegmentMembershipWorkflowInput>) => {
    const calculated = calculateSegmentStep(input)
    syncSegmentGroupStep(transform({ input, calculated }, groupInput))
    return new WorkflowResponse(calculated)
  }
)

function groupInput({
  input,
}: {
  input: CalculateSegmentMembershipWorkflowInput
}) {
  return { segment_id: input.segment_id }
}
