import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { continueBackfillStep } from "./steps/continue-backfill"

export const continueBackfillWorkflowId = "continue-backfill"

/** Does what is left of the backfill that is running, if there is one. */
export const continueBackfillWorkflow = createWorkflow(
  continueBackfillWorkflowId,
  () => new WorkflowResponse(continueBackfillStep())
)
