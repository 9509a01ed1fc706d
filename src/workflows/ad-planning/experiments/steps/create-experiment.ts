import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NewExperiment } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CreateExperimentInput {
  experiment: NewExperiment
}

export const createExperimentStepId = "create-experiment"

/** Creates a draft; undone by deleting it. */
export const createExperimentStep = createStep(
  createExperimentStepId,
  async ({ experiment }: CreateExperimentInput, { container }) => {
    const { experiments } = serviceOf(container)
    const id = await experiments.create(experiment)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).deleteAbExperiments([id])
    }
  }
)
