import { randomUUID } from "node:crypto"
import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Writes without being heard: the events of what is written are grouped and
 * then dropped, as Medusa itself does when a workflow fails. Otherwise `medusa
 * exec` would run every subscriber for every row: it says it is only a server
 * (MEDUSA_WORKER_MODE), but the local event bus does not ask, and a Redis one
 * would leave the whole load to the next worker. `preventReleaseEvents` is the
 * same for workflows, which otherwise release their group at the end.
 */
export async function quietly<Result>(
  container: MedusaContainer,
  write: (context: Context) => Promise<Result>
): Promise<Result> {
  const eventGroupId = `demo-${randomUUID()}`
  try {
    return await write({ eventGroupId, preventReleaseEvents: true })
  } finally {
    await container.resolve(Modules.EVENT_BUS).clearGroupedEvents(eventGroupId)
  }
}
