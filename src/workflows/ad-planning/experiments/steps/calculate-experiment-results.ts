import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CalculateExperimentResultsInput {
  id: string
  /** ISO 8601. */
  as_of: string
}

export const calculateExperimentResultsStepId = "calculate-experiment-results"

/** Computes an experiment's results and keeps them; undone by what was there. */
export const calculateExperimentResultsStep = createStep(
  calculateExperimentResultsStepId,
  async ({ id, as_of }: CalculateExperimentResultsInput, { container }) => {
    const { experiments, experimentFigures } = serviceOf(container)
    const calculated = await experimentFigures.results(
      await experiments.byId(id),
      new Date(as_of)
    )
    const { is_new, former } = await experiments.keepResults(id, calculated)
    return new StepResponse(
      { id, decision: calculated.results.decision, is_new },
      { id, former }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      const { experiments } = serviceOf(container)
      await experiments.restore(undo.id, undo.former)
    }
  }
)
