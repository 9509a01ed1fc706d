import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import type {
  SegmentCriteria,
  SegmentType,
} from "../../../../modules/ad-planning/types"

export interface NewSegment {
  name: string
  description?: string | null
  segment_type?: SegmentType
  criteria: SegmentCriteria
  template?: string | null
  is_active?: boolean
  auto_update?: boolean
}

export interface CreateSegmentsInput {
  segments: NewSegment[]
}

export const createSegmentsStepId = "create-segments"

/** Creates segments without members; undone by deleting exactly those. */
export const createSegmentsStep = createStep(
  createSegmentsStepId,
  async ({ segments }: CreateSegmentsInput, { container }) => {
    const service = serviceOf(container)
    for (const { criteria } of segments) {
      await service.segments.requireNoCircle(null, criteria)
    }
    const created = await service.createCustomerSegments(
      segments.map(({ criteria, ...segment }) => ({
        ...segment,
        criteria: { ...criteria },
      }))
    )
    const ids = created.map(({ id }) => id)
    return new StepResponse({ ids }, ids)
  },
  async (ids, { container }) => {
    if (ids?.length) {
      await serviceOf(container).deleteCustomerSegments(ids)
    }
  }
)
