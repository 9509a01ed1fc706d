import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export const deleteCampaignStepId = "delete-campaign"

/** Deletes a campaign that nothing hangs on; undone by its row. */
export const deleteCampaignStep = createStep(
  deleteCampaignStepId,
  async ({ id }: { id: string }, { container }) => {
    const former = await serviceOf(container).campaignEdits.deleteCampaign(id)
    return new StepResponse({ id }, former)
  },
  async (former, { container }) => {
    if (former) {
      await serviceOf(container).campaignEdits.undeleteCampaign(former)
    }
  }
)
