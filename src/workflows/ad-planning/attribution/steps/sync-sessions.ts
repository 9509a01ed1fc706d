import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readSessions } from "../../../../sources/read-sessions"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { syncSessionTouches } from "../sync-session-touches"

export interface SyncSessionsInput {
  /** AnalyticsSession ids. */
  analytics_session_ids: string[]
}

export const syncSessionsStepId = "sync-sessions"

/** Reads sessions and writes their touches; undone by restoring those rows. */
export const syncSessionsStep = createStep(
  syncSessionsStepId,
  async ({ analytics_session_ids }: SyncSessionsInput, { container }) => {
    const service = serviceOf(container)
    const sessions = await readSessions(container, {
      id: analytics_session_ids,
    })
    const keys = sessions.map((session) => `session:${session.session_id}`)
    const before = await service.touches.snapshotTouches(keys)
    const touches = await syncSessionTouches(service, sessions)
    return new StepResponse(
      {
        // Also those that did not change: a crash may have come before their
        // campaign was found.
        touch_ids: touches.touch_ids,
        changed_ids: touches.changed_ids,
        removed_session_ids: touches.removed_session_ids,
        changed: touches.changed,
      },
      { keys, before }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).touches.restoreTouches(undo.keys, undo.before)
    }
  }
)
