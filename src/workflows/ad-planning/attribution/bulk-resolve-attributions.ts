import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { writeBackSessionsStep } from "./steps/write-back-sessions"

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
    const result = resolveTouchesStep(input)
    const scope = transform({ input, result }, changedScope)
    writeBackSessionsStep(scope)
    return new WorkflowResponse(result)
  }
)

/** Nothing resolved, nothing to write back. */
function changedScope(data: {
  input: BulkResolveAttributionsWorkflowInput
  result: { resolved: number }
}) {
  return data.result.resolved > 0 ? data.input : { touch_ids: [] }
}
