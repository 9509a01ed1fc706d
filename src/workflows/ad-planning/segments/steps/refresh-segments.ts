import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../../lib/error-message"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { calculateSegmentMembershipWorkflow } from "../calculate-segment-membership"

export interface RefreshSegmentsInput {
  /** ISO instant. */
  as_of: string
  /** Only those whose rules use a score of this type. */
  score_type?: string
}

export interface RefreshedSegments {
  calculated: number
  added: number
  removed: number
}

export const refreshSegmentsStepId = "refresh-segments"

/**
 * Calculates every active segment that updates itself, each after those that it
 * asks about. One that fails keeps its members and its reason; the others go on,
 * and the run fails at its end. There is nothing to undo: each is right by itself.
 */
export const refreshSegmentsStep = createStep(
  refreshSegmentsStepId,
  async (input: RefreshSegmentsInput, { container }) => {
    const service = serviceOf(container)
    const segments = await service.segments.toRefresh(input.score_type)
    const totals = { calculated: 0, added: 0, removed: 0 }
    const failures: string[] = []
    for (const { id } of segments) {
      try {
        const result = await calculate(container, id, input.as_of)
        totals.calculated += 1
        totals.added += result.added
        totals.removed += result.removed
      } catch (error) {
        const reason = errorMessage(error)
        failures.push(`${id}: ${reason}`)
        await service.segments.noteFailure(id, reason)
      }
    }
    if (failures.length > 0) {
      throw new Error(`segments were not calculated: ${failures.join("; ")}`)
    }
    return new StepResponse<RefreshedSegments>(totals)
  }
)

async function calculate(
  container: MedusaContainer,
  segment_id: string,
  as_of: string
) {
  const { result } = await calculateSegmentMembershipWorkflow(container).run({
    input: { segment_id, as_of },
  })
  return result
}
