import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isModulePresent } from "../../../../lib/host-modules"
import { cleanId } from "../../../../modules/ad-planning/utils/text/normalise"
import { readBuyers } from "../../../../sources/read-buyers"
import { readSessions } from "../../../../sources/read-sessions"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { syncSessionTouches } from "../sync-session-touches"

export interface SyncVisitorSessionsInput {
  order_ids: string[]
}

const HOUR_MS = 3_600_000
const NO_TOUCHES = {
  touch_ids: [] as string[],
  removed_session_ids: [] as string[],
  changed: 0,
}

export const syncVisitorSessionsStepId = "sync-visitor-sessions"

/**
 * Reads the sessions, within the lookback, of the visitors who placed these
 * orders, so that a purchase has its touches at once. A touch is a fact of its
 * session, true whatever becomes of the order: there is nothing to undo.
 */
export const syncVisitorSessionsStep = createStep(
  syncVisitorSessionsStepId,
  async ({ order_ids }: SyncVisitorSessionsInput, { container }) => {
    const service = serviceOf(container)
    if (!isModulePresent("custom_analytics")) {
      return new StepResponse(NO_TOUCHES)
    }
    const orders = await readBuyers(container, order_ids, {
      withCustomerGroups: false,
    })
    const visited = orders.filter((order) =>
      cleanId(order.metadata?.visitor_id)
    )
    if (visited.length === 0) {
      return new StepResponse(NO_TOUCHES)
    }
    const oldest = Math.min(...visited.map(({ created_at }) => +created_at))
    const sessions = await readSessions(container, {
      visitor_id: [
        ...new Set(visited.map((order) => `${order.metadata?.visitor_id}`)),
      ],
      started_at: { $gte: new Date(oldest - service.lookbackHours * HOUR_MS) },
    })
    const touches = await syncSessionTouches(service, sessions)
    return new StepResponse({
      // Also those that did not change: a crash may have come before their
      // campaign was found.
      touch_ids: touches.touch_ids,
      removed_session_ids: touches.removed_session_ids,
      changed: touches.changed,
    })
  }
)
