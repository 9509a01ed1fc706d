import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface MergeCampaignsInput {
  from_id: string
  into_id: string
  actor_id?: string | null
}

export const mergeCampaignsStepId = "merge-campaigns"

/** Makes one campaign a part of another; undone without a trace. */
export const mergeCampaignsStep = createStep(
  mergeCampaignsStepId,
  async ({ actor_id, ...merge }: MergeCampaignsInput, { container }) => {
    const merged = await serviceOf(container).campaignEdits.mergeCampaigns(
      merge,
      actor_id ?? null
    )
    return new StepResponse(merged, merged.id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).campaignEdits.revokeMerge(id)
    }
  }
)
