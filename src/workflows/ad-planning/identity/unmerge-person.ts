import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  unmergePersonStep,
  type UnmergePersonInput,
} from "./steps/unmerge-person"

export type UnmergePersonWorkflowInput = UnmergePersonInput

export const unmergePersonWorkflowId = "unmerge-person"

/** Gives a merged person back what was theirs. */
export const unmergePersonWorkflow = createWorkflow(
  unmergePersonWorkflowId,
  (input: WorkflowData<UnmergePersonWorkflowInput>) =>
    new WorkflowResponse(unmergePersonStep(input))
)
