import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface DeleteGoalsInput {
  ids: string[]
}

export const deleteGoalsStepId = "delete-goals"

/** Deletes goals; their conversions keep naming them. Undone by restoring. */
export const deleteGoalsStep = createStep(
  deleteGoalsStepId,
  async ({ ids }: DeleteGoalsInput, { container }) => {
    const service = serviceOf(container)
    const goals = await service.listConversionGoals(
      { id: ids },
      { select: ["id"], take: null }
    )
    const known = new Set(goals.map(({ id }) => id))
    const unknown = ids.find((id) => !known.has(id))
    if (unknown !== undefined) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `ConversionGoal with id: ${unknown} was not found`
      )
    }
    await service.softDeleteConversionGoals(ids)
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await serviceOf(container).restoreConversionGoals(ids)
    }
  }
)
