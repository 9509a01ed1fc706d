import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  deleteSegmentsStep,
  type DeleteSegmentsInput,
} from "./steps/delete-segments"
import { releaseGroupsStep } from "./steps/release-groups"

export interface DeleteSegmentsWorkflowInput extends DeleteSegmentsInput {
  /** What becomes of their customer groups. */
  group: "keep" | "delete"
}

export const deleteSegmentsWorkflowId = "delete-segments"

/** Deletes segments with their members; their groups stay or go. */
export const deleteSegmentsWorkflow = createWorkflow(
  deleteSegmentsWorkflowId,
  (input: WorkflowData<DeleteSegmentsWorkflowInput>) => {
    const deleted = deleteSegmentsStep(input)
    releaseGroupsStep(input)
    return new WorkflowResponse(deleted)
  }
)
