import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface DeleteExperimentInput {
  id: string
}

export const deleteExperimentStepId = "delete-experiment"

/** Deletes an experiment that does not run; undone by restoring it. */
export const deleteExperimentStep = createStep(
  deleteExperimentStepId,
  async ({ id }: DeleteExperimentInput, { container }) => {
    await serviceOf(container).experiments.remove(id)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).restoreAbExperiments([id])
    }
  }
)
