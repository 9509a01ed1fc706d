import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { requireCampaign } from "../require-campaign"

export interface ChooseForConversionInput {
  /** A conversion's id, or an order's. */
  id: string
  ad_campaign_id: string
  ad_set_id?: string | null
  ad_id?: string | null
  actor_id?: string
}

export const chooseForConversionStepId = "choose-for-conversion"

/** A person's choice for one conversion; undone by the choice before it, or none. */
export const chooseForConversionStep = createStep(
  chooseForConversionStepId,
  async (input: ChooseForConversionInput, { container }) => {
    const service = serviceOf(container)
    const conversion = await service.choices.retrieveChoosable(input.id)
    await requireCampaign(service, input.ad_campaign_id)
    const before = await service.touches.snapshotTouches([
      conversion.choice_key,
    ])
    await service.choices.chooseForConversion(
      conversion.id,
      {
        ad_campaign_id: input.ad_campaign_id,
        ad_set_id: input.ad_set_id ?? null,
        ad_id: input.ad_id ?? null,
      },
      input.actor_id ?? null
    )
    return new StepResponse(conversion, { conversion, before })
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).choices.restoreChoice(
        undo.conversion,
        undo.before
      )
    }
  }
)
