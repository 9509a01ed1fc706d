import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  startBackfillStep,
  type StartBackfillInput,
} from "./steps/start-backfill"

export type BackfillWorkflowInput = StartBackfillInput

export const backfillWorkflowId = "backfill"

/** Begins a backfill and returns at once; `continue-backfill` does the work. */
export const backfillWorkflow = createWorkflow(
  backfillWorkflowId,
  (input: WorkflowData<BackfillWorkflowInput>) =>
    new WorkflowResponse(startBackfillStep(input))
)
