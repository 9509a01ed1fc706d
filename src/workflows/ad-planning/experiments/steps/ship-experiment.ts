import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ExperimentShipment } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface ShipExperimentInput {
  id: string
  shipment: ExperimentShipment
}

export const shipExperimentStepId = "ship-experiment"

/** Notes what was done after an experiment; undone by what was noted before. */
export const shipExperimentStep = createStep(
  shipExperimentStepId,
  async ({ id, shipment }: ShipExperimentInput, { container }) => {
    const { experiments } = serviceOf(container)
    const former = await experiments.ship(id, shipment)
    return new StepResponse({ id }, { id, former })
  },
  async (undo, { container }) => {
    if (undo) {
      const { experiments } = serviceOf(container)
      await experiments.restore(undo.id, undo.former)
    }
  }
)
