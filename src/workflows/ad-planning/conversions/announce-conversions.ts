import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  transform,
  when,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { AD_PLANNING_EVENTS } from "../../../lib/events"

interface Counted {
  /** Conversions that were counted for the first time. */
  created_ids: string[]
}

/** The part of a workflow that announces what was counted for the first time. */
export function announceConversions(result: WorkflowData<Counted>): void {
  const events = transform(result, trackedEvents)
  when(events, (tracked) => tracked.length > 0).then(() => {
    emitEventStep({
      eventName: AD_PLANNING_EVENTS.CONVERSION_TRACKED,
      data: events,
    })
  })
}

/** One event for what was committed together, none for none. */
function trackedEvents({ created_ids }: Counted) {
  return created_ids.length > 0
    ? [{ id: created_ids.length === 1 ? created_ids[0]! : created_ids }]
    : []
}
