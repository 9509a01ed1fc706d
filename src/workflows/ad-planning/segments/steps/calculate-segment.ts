import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { announceMembers } from "../announce-members"

export interface CalculateSegmentInput {
  segment_id: string
  /** ISO instant; what "now" is in the rules. */
  as_of: string
}

export const calculateSegmentStepId = "calculate-segment"

/** Makes the members of a segment what its rules say; undone by the former ones. */
export const calculateSegmentStep = createStep(
  calculateSegmentStepId,
  async ({ segment_id, as_of }: CalculateSegmentInput, { container }) => {
    const service = serviceOf(container)
    const { entered, left, customer_count } = await service.segments.calculate(
      segment_id,
      new Date(as_of)
    )
    await announceMembers(
      container,
      segment_id,
      entered,
      left.map((row) => row.person_id)
    )
    return new StepResponse(
      { added: entered.length, removed: left.length, customer_count },
      { segment_id, entered, left }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).segments.restoreMembers(
        undo.segment_id,
        undo.entered,
        undo.left
      )
    }
  }
)
