import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NewCampaign } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface CreateCampaignInput {
  campaign: NewCampaign
  actor_id?: string | null
}

export const createCampaignStepId = "create-campaign"

/** A campaign by hand; undone by deleting it. */
export const createCampaignStep = createStep(
  createCampaignStepId,
  async ({ campaign, actor_id }: CreateCampaignInput, { container }) => {
    const id = await serviceOf(container).campaignEdits.createCampaign(
      campaign,
      actor_id ?? null
    )
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await serviceOf(container).campaignEdits.deleteCampaign(id)
    }
  }
)
