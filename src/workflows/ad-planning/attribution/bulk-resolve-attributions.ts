import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { writeBackTouchesStep } from "./steps/write-back-touches"

export interface BulkResolveAttributionsWorkflowInput {
  /** ISO 8601 instants; `to` is exclusive. Default: all of history. */
  from?: string
  to?: string
  website_id?: string
}

export const bulkResolveAttributionsWorkflowId = "bulk-resolve-attributions"

/**
 * Tries every unresolved touch again, each distinct question once, and credits
 * their conversions anew. Resolved and manual ones are left as they are.
 */
export const bulkResolveAttributionsWorkflow = createWorkflow(
  bulkResolveAttributionsWorkflowId,
  (input: WorkflowData<BulkResolveAttributionsWorkflowInput>) => {
    const { result, touch_ids } = resolveTouchesStep(input)
    writeBackTouchesStep({ touch_ids })
    return new WorkflowResponse(result)
  }
)
