import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignFact } from "../../../../modules/ad-planning/types"
import { readCampaigns } from "../../../../sources/read-ads"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SyncCampaignsInput {
  /** The host's AdCampaign ids. */
  campaign_ids: string[]
}

export const syncCampaignsStepId = "sync-campaigns"

/** Copies the host's campaigns; undone by putting the former rows back. */
export const syncCampaignsStep = createStep(
  syncCampaignsStepId,
  async ({ campaign_ids }: SyncCampaignsInput, { container }) => {
    const service = serviceOf(container)
    const facts = await readCampaigns(container, { id: campaign_ids })
    const keys = facts.flatMap(campaignKeys)
    const before = await service.campaigns.snapshotCampaigns(keys)
    const { campaigns, adopted, touch_ids } =
      await service.campaigns.syncCampaigns(facts)
    return new StepResponse(
      {
        changed: campaigns.filter((row) => row.is_changed).length,
        /** Touches of campaigns that have another id than before. */
        touch_ids,
      },
      { keys, adopted, before }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).campaigns.restoreCampaigns(
        undo.keys,
        undo.adopted,
        undo.before
      )
    }
  }
)

/** It may have been known by its name alone before. */
function campaignKeys(fact: CampaignFact) {
  const { platform, external_id, normalised_name } = fact
  return [
    { platform, external_id },
    { platform, external_id: `name:${normalised_name}` },
  ]
}
