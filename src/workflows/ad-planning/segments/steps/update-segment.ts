import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type { NewSegment } from "./create-segments"

export interface UpdateSegmentInput {
  id: string
  /** What is named is replaced, `criteria` as a whole; the rest stays. */
  changes: Partial<NewSegment>
}

export const updateSegmentStepId = "update-segment"

/** Changes a segment; undone by making it what it was. */
export const updateSegmentStep = createStep(
  updateSegmentStepId,
  async ({ id, changes }: UpdateSegmentInput, { container }) => {
    const service = serviceOf(container)
    const before = await service.retrieveCustomerSegment(id)
    if (changes.criteria) {
      await service.segments.requireNoCircle(id, changes.criteria)
    }
    await write(service, id, changes)
    return new StepResponse({ id }, { id, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const { name, description, segment_type, criteria } = undo.before
      const { template, is_active, auto_update } = undo.before
      await write(serviceOf(container), undo.id, {
        name,
        description,
        segment_type,
        criteria,
        template,
        is_active,
        auto_update,
      })
    }
  }
)

/** Medusa's own update would merge the rules into the former ones. */
async function write(
  service: ReturnType<typeof serviceOf>,
  id: string,
  {
    criteria,
    ...columns
  }: Omit<Partial<NewSegment>, "criteria"> & {
    criteria?: object
  }
): Promise<void> {
  if (Object.keys(columns).length > 0) {
    await service.updateCustomerSegments({ id, ...columns })
  }
  if (criteria) {
    await service.segments.replaceCriteria(id, criteria)
  }
}
