import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { GoalChange } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface UpdateGoalsInput {
  goals: GoalChange[]
}

export const updateGoalsStepId = "update-goals"

/** Changes goals; undone by making them what they were. */
export const updateGoalsStep = createStep(
  updateGoalsStepId,
  async ({ goals }: UpdateGoalsInput, { container }) => {
    const former = await serviceOf(container).goals.replaceGoals(goals)
    return new StepResponse({ ids: goals.map(({ id }) => id) }, former)
  },
  async (former, { container }) => {
    if (former?.length) {
      await serviceOf(container).goals.replaceGoals(former)
    }
  }
)
