import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../modules/ad-planning"
import type AdPlanningService from "../modules/ad-planning/service"
import type { SyncSource } from "../modules/ad-planning/types"
import { errorMessage } from "../lib/error-message"

/** Ids come alone, as an array, or as an array of payloads. */
export type EventPayload = Record<string, unknown> | Record<string, unknown>[]

/** All ids under `field` of an event, each once. */
export function eventIds(data: EventPayload, field = "id"): string[] {
  const payloads = Array.isArray(data) ? data : [data]
  const ids = payloads.flatMap((payload) => payload?.[field] ?? [])
  return [...new Set(ids.filter((id) => typeof id === "string"))]
}

/** The orders an event names: what names one beside itself is a return or an edit. */
export function orderIdsOf(data: EventPayload): string[] {
  const named = eventIds(data, "order_id")
  return named.length > 0 ? named : eventIds(data)
}

/**
 * Runs an event's work. What fails is thrown (Medusa logs it once), and kept
 * with its ids in `GET /admin/ad-planning/health` until the source's next
 * reconcile has made it good.
 */
export async function handleEvent(
  container: MedusaContainer,
  source: SyncSource,
  ids: string[],
  work: (ids: string[]) => Promise<unknown>
): Promise<void> {
  if (ids.length === 0) {
    return
  }
  try {
    await work(ids)
  } catch (error) {
    const reason = errorMessage(error)
    const message = `${source} ${ids.join(", ")}: ${reason}`
    await container
      .resolve<AdPlanningService>(AD_PLANNING_MODULE)
      .sync.failSync(source, { message, ids, now: new Date() })
    throw new Error(`ad-planning: ${message}`, { cause: error })
  }
}
