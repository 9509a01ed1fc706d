import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface StopExperimentInput {
  id: string
  /** ISO 8601. */
  now: string
}

export const stopExperimentStepId = "stop-experiment"

/** Ends the assignment; undone by letting it run on. */
export const stopExperimentStep = createStep(
  stopExperimentStepId,
  async ({ id, now }: StopExperimentInput, { container }) => {
    const { experiments } = serviceOf(container)
    const former = await experiments.stop(id, new Date(now))
    return new StepResponse({ id }, { id, former })
  },
  async (undo, { container }) => {
    if (undo) {
      const { experiments } = serviceOf(container)
      await experiments.restore(undo.id, undo.former)
    }
  }
)
