import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readInsights } from "../../../../sources/read-ads"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface SyncInsightsInput {
  /** The host's AdInsights ids. */
  insight_ids: string[]
}

export const syncInsightsStepId = "sync-insights"

/** Copies daily campaign insights; undone by putting the former days back. */
export const syncInsightsStep = createStep(
  syncInsightsStepId,
  async ({ insight_ids }: SyncInsightsInput, { container }) => {
    const service = serviceOf(container)
    const { facts, orphans } = await readInsights(container, insight_ids)
    const before = await service.campaigns.snapshotCampaignMetrics(facts)
    const changed = await service.campaigns.syncCampaignMetrics(facts)
    return new StepResponse(
      { changed, orphans: orphans.length },
      { keys: facts, before }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await serviceOf(container).campaigns.restoreCampaignMetrics(
        undo.keys,
        undo.before
      )
    }
  }
)
