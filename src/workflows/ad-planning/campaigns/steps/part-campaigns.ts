import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface PartCampaignsInput {
  merge_id: string
  actor_id?: string | null
}

export const partCampaignsStepId = "part-campaigns"

/** Makes two campaigns of one again; undone by merging them. */
export const partCampaignsStep = createStep(
  partCampaignsStepId,
  async ({ merge_id, actor_id }: PartCampaignsInput, { container }) => {
    const parted = await serviceOf(container).campaignEdits.partCampaigns(
      merge_id,
      actor_id ?? null
    )
    return new StepResponse(parted, parted.id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).campaignEdits.restoreMerge(id)
    }
  }
)
