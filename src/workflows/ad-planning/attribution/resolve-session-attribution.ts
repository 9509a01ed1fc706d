import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { resolveTouchesStep } from "./steps/resolve-touches"
import { syncSessionsStep } from "./steps/sync-sessions"
import { writeBackTouchesStep } from "./steps/write-back-touches"

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
    const answers = resolveTouchesStep({ touch_ids: sessions.touch_ids })
    writeBackTouchesStep(sessions)
    return new WorkflowResponse(
      // Only touches that were written are asked for: each changed once.
      transform({ sessions, answers }, (data) => ({
        ...data.answers.result,
        changed: data.sessions.changed,
      }))
    )
  }
)
