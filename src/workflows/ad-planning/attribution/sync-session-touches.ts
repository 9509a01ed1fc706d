import type { SyncTouchesResult } from "../../../modules/ad-planning/capabilities/touches"
import type AdPlanningService from "../../../modules/ad-planning/service"
import {
  sessionTouch,
  type SessionRow,
} from "../../../modules/ad-planning/utils/attribution-resolver"

/** Writes sessions as touches; a session that is none (any more) has no row. */
export async function syncSessionTouches(
  service: AdPlanningService,
  sessions: SessionRow[]
): Promise<SyncTouchesResult> {
  const touches = sessions.map((session) =>
    sessionTouch(session, service.options.attribution)
  )
  const facts = touches.filter((touch) => touch !== null)
  const gone = sessions.filter((_session, index) => touches[index] === null)
  return await service.touches.syncTouches(
    facts,
    gone.map((session) => `session:${session.session_id}`)
  )
}
