import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface DeleteSegmentsInput {
  ids: string[]
}

export const deleteSegmentsStepId = "delete-segments"

/** Deletes segments with their members; undone by bringing them back. */
export const deleteSegmentsStep = createStep(
  deleteSegmentsStepId,
  async ({ ids }: DeleteSegmentsInput, { container }) => {
    const service = serviceOf(container)
    for (const id of ids) {
      await service.retrieveCustomerSegment(id, { select: ["id"] })
      const dependents = await service.segments.dependents(id)
      const others = dependents.filter((other) => !ids.includes(other))
      if (others.length > 0) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          `segment ${id} is asked about by the rules of ${others.join(", ")}`
        )
      }
    }
    await service.segments.setDeleted(ids, new Date())
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await serviceOf(container).segments.setDeleted(ids, null)
    }
  }
)
