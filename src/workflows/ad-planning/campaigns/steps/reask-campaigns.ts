import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AttributionCause } from "../../../../modules/ad-planning/types"
import { serviceOf } from "../../../../modules/ad-planning/service-of"
import { answerTuples } from "../../attribution/answer-tuples"

export interface ReaskCampaignsInput {
  campaign_ids: string[]
  /** Only touches that got their answer since; null = all. */
  since: string | null
  cause: AttributionCause
}

export const reaskCampaignsStepId = "reask-campaigns"

/**
 * Asks the rules again for every touch of these campaigns, and credits their
 * conversions anew; never for what a person chose. Undone by what they said before.
 */
export const reaskCampaignsStep = createStep(
  reaskCampaignsStepId,
  async (
    { campaign_ids, since, cause }: ReaskCampaignsInput,
    { container }
  ) => {
    const service = serviceOf(container)
    const touch_ids: string[] = []
    const former: string[] = []
    let after: string | null = campaign_ids.length > 0 ? "" : null
    while (after !== null) {
      const { tuples, next } = await service.campaignEdits.listCampaignTuples(
        campaign_ids,
        since,
        after
      )
      if (tuples.length > 0) {
        const answers = await answerTuples(container, tuples)
        const changed = await service.aliases.reapplyResolutions(answers, cause)
        touch_ids.push(...changed.touch_ids)
        former.push(changed.former)
      }
      after = next
    }
    return new StepResponse({ touch_ids }, former)
  },
  async (former, { container }) => {
    for (const answers of former ?? []) {
      await serviceOf(container).aliases.restoreResolutions(answers)
    }
  }
)
