import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { erasePersonStep, type ErasePersonInput } from "./steps/erase-person"

export type ErasePersonWorkflowInput = ErasePersonInput

export const erasePersonWorkflowId = "erase-person"

/**
 * Erases people from everything that is kept here. The one workflow that cannot be
 * undone: each erasure is one transaction, and nothing comes after it.
 */
export const erasePersonWorkflow = createWorkflow(
  erasePersonWorkflowId,
  (input: WorkflowData<ErasePersonWorkflowInput>) =>
    new WorkflowResponse(erasePersonStep(input))
)
