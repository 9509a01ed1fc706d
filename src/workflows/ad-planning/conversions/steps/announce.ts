import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { asCourtesy } from "../../sync/as-courtesy"
import { AD_PLANNING_EVENTS } from "../../../../lib/events"

export interface AnnounceInput {
  /** Conversions that were counted for the first time. */
  created_ids: string[]
}

export const announceStepId = "announce-conversions"

/**
 * Announces what was counted for the first time, after the workflow has ended well.
 * A courtesy: an event bus that fails undoes no conversion.
 */
export const announceStep = createStep(
  announceStepId,
  async ({ created_ids }: AnnounceInput, { container, eventGroupId }) => {
    if (created_ids.length > 0) {
      await asCourtesy(container, "announcements", created_ids, () =>
        announce(
          container,
          AD_PLANNING_EVENTS.CONVERSION_TRACKED,
          created_ids,
          eventGroupId
        )
      )
    }
    return new StepResponse({}, { eventGroupId })
  },
  async (undo, { container }) => {
    if (undo?.eventGroupId) {
      await container
        .resolve(Modules.EVENT_BUS)
        .clearGroupedEvents(undo.eventGroupId)
    }
  }
)

/** One event for what was committed together. */
export async function announce(
  container: MedusaContainer,
  name: string,
  ids: string[],
  eventGroupId?: string
): Promise<void> {
  await container.resolve(Modules.EVENT_BUS).emit([
    {
      name,
      data: { id: ids.length === 1 ? ids[0]! : ids },
      metadata: eventGroupId ? { eventGroupId } : {},
    },
  ])
}
