import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  resolveTouchesStep,
  type ResolveTouchesResult,
} from "./steps/resolve-touches"
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
    return new WorkflowResponse(transform({ sessions, answers }, summarise))
  }
)

function summarise(data: {
  sessions: { changed: number; changed_ids: string[] }
  answers: { result: ResolveTouchesResult; touch_ids: string[] }
}) {
  const { sessions, answers } = data
  const changed = new Set(sessions.changed_ids)
  const answered = answers.touch_ids.filter((id) => !changed.has(id))
  return { ...answers.result, changed: sessions.changed + answered.length }
}
