import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { mergePersonsStep, type MergePersonsInput } from "./steps/merge-persons"

export type MergePersonsWorkflowInput = MergePersonsInput

export const mergePersonsWorkflowId = "merge-persons"

/** Makes everything of one person another one's, until it is undone. */
export const mergePersonsWorkflow = createWorkflow(
  mergePersonsWorkflowId,
  (input: WorkflowData<MergePersonsWorkflowInput>) =>
    new WorkflowResponse(mergePersonsStep(input))
)
