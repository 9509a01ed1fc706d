import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readCampaigns } from "../../sources/read-ads"
import { serviceOf } from "../../sources/service-of"

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
    const before = await service.snapshotCampaigns(campaign_ids)
    const rows = await service.syncCampaigns(facts)
    return new StepResponse(
      { changed: rows.filter((row) => row.is_changed).length },
      { campaign_ids, before }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).restoreCampaigns(
        undo.campaign_ids,
        undo.before
      )
    }
  }
)
