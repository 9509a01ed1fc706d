import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignEdit } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface EditCampaignInput {
  id: string
  edit: CampaignEdit
}

export const editCampaignStepId = "edit-campaign"

/** Changes a campaign; undone by what it was. */
export const editCampaignStep = createStep(
  editCampaignStepId,
  async ({ id, edit }: EditCampaignInput, { container }) => {
    const former = await serviceOf(container).campaignEdits.editCampaign(
      id,
      edit
    )
    return new StepResponse({ id }, former)
  },
  async (former, { container }) => {
    if (former) {
      await serviceOf(container).campaignEdits.restoreCampaign(former)
    }
  }
)
