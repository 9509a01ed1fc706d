import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CancelBackfillInput {
  id: string
}

export const cancelBackfillStepId = "cancel-backfill"

/** Ends a backfill before its next page; undone by letting it go on. */
export const cancelBackfillStep = createStep(
  cancelBackfillStepId,
  async ({ id }: CancelBackfillInput, { container }) => {
    const service = serviceOf(container)
    const { status } = await service.retrieveAdPlanningBackfillRun(id)
    const isEnded = await service.backfills.endBackfill(id, {
      status: "canceled",
      error: null,
      now: new Date(),
    })
    if (!isEnded) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Backfill ${id} is not running: it is ${status}`
      )
    }
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).backfills.reopenBackfill(id)
    }
  }
)
