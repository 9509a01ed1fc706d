import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ExperimentChange } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface UpdateExperimentInput {
  id: string
  change: ExperimentChange
}

export const updateExperimentStepId = "update-experiment"

/** Changes a draft; undone by making it what it was. */
export const updateExperimentStep = createStep(
  updateExperimentStepId,
  async ({ id, change }: UpdateExperimentInput, { container }) => {
    const { experiments } = serviceOf(container)
    const former = await experiments.update(id, change)
    return new StepResponse({ id }, { id, former })
  },
  async (undo, { container }) => {
    if (undo) {
      const { experiments } = serviceOf(container)
      await experiments.restore(undo.id, undo.former)
    }
  }
)
