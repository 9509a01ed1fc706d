import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { PlanObjective } from "../../../../modules/ad-planning/types"

export interface SavePlanInput {
  plan: {
    name: string
    objective: PlanObjective
    total_budget: number
    currency: string
    from_date: string
    to_date: string
    request: Record<string, unknown>
    result: Record<string, unknown>
  }
}

export const savePlanStepId = "save-budget-plan"

/** Saves a plan; undone by deleting it. */
export const savePlanStep = createStep(
  savePlanStepId,
  async ({ plan }: SavePlanInput, { container }) => {
    const [row] = await serviceOf(container).createAdPlanningBudgetPlans([plan])
    return new StepResponse({ id: row!.id }, row!.id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).deleteAdPlanningBudgetPlans([id])
    }
  }
)
