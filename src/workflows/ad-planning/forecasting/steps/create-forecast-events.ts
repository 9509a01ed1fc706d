import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { KnownEvent } from "../../../../modules/ad-planning/types"

export interface CreateForecastEventsInput {
  events: KnownEvent[]
}

export const createForecastEventsStepId = "create-forecast-events"

/** Notes promotions and holidays; undone by deleting exactly those. */
export const createForecastEventsStep = createStep(
  createForecastEventsStepId,
  async ({ events }: CreateForecastEventsInput, { container }) => {
    const rows =
      await serviceOf(container).createAdPlanningForecastEvents(events)
    const ids = rows.map(({ id }) => id)
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await serviceOf(container).deleteAdPlanningForecastEvents(ids)
    }
  }
)
