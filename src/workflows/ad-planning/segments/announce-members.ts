import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { errorMessage } from "../../../lib/error-message"
import { AD_PLANNING_EVENTS } from "../../../lib/events"
import { inChunks } from "../../../lib/in-chunks"

const PERSONS_PER_EVENT = 500

/**
 * Says who entered and who left a segment. A courtesy: a bus that fails is logged,
 * and what was calculated stays.
 */
export async function announceMembers(
  container: MedusaContainer,
  id: string,
  entered: string[],
  left: string[]
): Promise<void> {
  const bus = container.resolve(Modules.EVENT_BUS)
  const emit = (name: string, personIds: string[]) =>
    inChunks(personIds, { size: PERSONS_PER_EVENT }, (person_ids) =>
      bus.emit({ name, data: { id, person_ids } })
    )
  try {
    await emit(AD_PLANNING_EVENTS.SEGMENT_ENTERED, entered)
    await emit(AD_PLANNING_EVENTS.SEGMENT_LEFT, left)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `ad-planning: events of segment ${id} were not sent: ${errorMessage(error)}`
      )
  }
}
