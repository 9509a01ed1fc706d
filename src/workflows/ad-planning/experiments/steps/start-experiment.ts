import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface StartExperimentInput {
  id: string
  /** ISO 8601. */
  now: string
}

export const startExperimentStepId = "start-experiment"

/** Begins an experiment and freezes what decides; undone by making it a draft again. */
export const startExperimentStep = createStep(
  startExperimentStepId,
  async ({ id, now }: StartExperimentInput, { container }) => {
    const { experiments, experimentFigures } = serviceOf(container)
    const at = new Date(now)
    const plan = await experimentFigures.plan(await experiments.byId(id), at)
    const former = await experiments.start(id, plan, at)
    return new StepResponse({ id }, { id, former })
  },
  async (undo, { container }) => {
    if (undo) {
      const { experiments } = serviceOf(container)
      await experiments.restore(undo.id, undo.former)
    }
  }
)
