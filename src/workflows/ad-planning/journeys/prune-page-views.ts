import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  prunePageViewsStep,
  type PrunePageViewsInput,
} from "./steps/prune-page-views"

export type PrunePageViewsWorkflowInput = PrunePageViewsInput

export const prunePageViewsWorkflowId = "prune-page-views"

/** Forgets old page views of visitors whom nobody ever knew. */
export const prunePageViewsWorkflow = createWorkflow(
  prunePageViewsWorkflowId,
  (input: WorkflowData<PrunePageViewsWorkflowInput>) =>
    new WorkflowResponse(prunePageViewsStep(input))
)
