import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NewGoal } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CreateGoalsInput {
  goals: NewGoal[]
}

export const createGoalsStepId = "create-goals"

/** Creates goals; undone by deleting exactly those. */
export const createGoalsStep = createStep(
  createGoalsStepId,
  async ({ goals }: CreateGoalsInput, { container }) => {
    const ids = await serviceOf(container).goals.createGoals(goals)
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await serviceOf(container).deleteConversionGoals(ids)
    }
  }
)
