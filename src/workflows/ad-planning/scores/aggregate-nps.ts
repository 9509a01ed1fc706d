import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  saveNpsSnapshotsStep,
  type SaveNpsSnapshotsInput,
} from "./steps/save-nps-snapshots"

export type AggregateNpsWorkflowInput = SaveNpsSnapshotsInput

export const aggregateNpsWorkflowId = "aggregate-nps"

/** Notes the NPS of the last complete days, of the store and of each segment. */
export const aggregateNpsWorkflow = createWorkflow(
  aggregateNpsWorkflowId,
  (input: WorkflowData<AggregateNpsWorkflowInput>) =>
    new WorkflowResponse(saveNpsSnapshotsStep(input))
)
