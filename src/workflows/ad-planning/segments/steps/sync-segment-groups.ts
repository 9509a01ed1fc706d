import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { syncSegmentGroup } from "../sync-segment-group"

export const syncSegmentGroupsStepId = "sync-segment-groups"

/** Mirrors several segments to their customer groups; see `syncSegmentGroup`. */
export const syncSegmentGroupsStep = createStep(
  syncSegmentGroupsStepId,
  async ({ segment_ids }: { segment_ids: string[] }, { container }) => {
    for (const id of segment_ids) {
      await syncSegmentGroup(container, id)
    }
    return new StepResponse({ segment_ids })
  }
)
