import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { syncSessionsStep } from "./steps/sync-sessions"
import { writeBackSessionsStep } from "./steps/write-back-sessions"

export interface ResolveSessionAttributionWorkflowInput {
  /** AnalyticsSession ids. */
  analytics_session_ids: string[]
}

export const resolveSessionAttributionWorkflowId = "resolve-session-attribution"

/** Reads sessions, writes their touches and finds their campaigns. */
export const resolveSessionAttributionWorkflow = createWorkflow(
  resolveSessionAttributionWorkflowId,
  (input: WorkflowData<ResolveSessionAttributionWorkflowInput>) => {
    const sessions = syncSessionsStep(input)
    const filter = transform(sessions, ({ touch_ids }) => ({ touch_ids }))
    const result = resolveTouchesStep(filter)
    writeBackSessionsStep(filter)
    return new WorkflowResponse(result)
  }
)
