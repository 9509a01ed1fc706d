import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { syncSegmentGroup } from "../sync-segment-group"

export const syncSegmentGroupStepId = "sync-segment-group"

/**
 * Mirrors a segment to its customer group. The group follows the members, so there
 * is nothing of its own to undo.
 */
export const syncSegmentGroupStep = createStep(
  syncSegmentGroupStepId,
  async ({ segment_id }: { segment_id: string }, { container }) =>
    new StepResponse(await syncSegmentGroup(container, segment_id))
)
