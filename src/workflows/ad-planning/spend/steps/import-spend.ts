import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignFact } from "../../../../modules/ad-planning/types"
import type { SpendLine } from "../../../../modules/ad-planning/utils/spend/parse-spend"
import { serviceOf } from "../../../../modules/ad-planning/service-of"

export interface ImportSpendInput {
  lines: SpendLine[]
}

export const importSpendStepId = "import-spend"

const campaignKey = (row: { platform: string; external_id: string }) =>
  JSON.stringify([row.platform, row.external_id])

/**
 * Writes imported campaign days. A campaign named without an id is the known
 * one of that platform and name, if there is exactly one. Undone by putting the
 * former campaigns and days back.
 */
export const importSpendStep = createStep(
  importSpendStepId,
  async ({ lines }: ImportSpendInput, { container }) => {
    const service = serviceOf(container)
    const campaigns = await service.campaigns.matchImportedCampaigns(
      lines.map((row) => row.campaign)
    )
    rejectRepeatedDays(lines, campaigns)
    const facts = distinctCampaigns(campaigns)
    const formerCampaigns = await service.campaigns.snapshotCampaigns(facts)
    const { campaigns: written } = await service.campaigns.syncCampaigns(facts)
    const ids = new Map(written.map((row) => [campaignKey(row), row.id]))
    const metrics = lines.map(({ metric }, index) => ({
      ...metric,
      ad_campaign_id: ids.get(campaignKey(campaigns[index]!))!,
    }))
    const formerDays = await service.campaigns.snapshotCampaignMetrics(metrics)
    const changed = await service.campaigns.syncCampaignMetrics(metrics)
    return new StepResponse(
      {
        imported: lines.length,
        changed,
        campaigns_created: written.filter((row) => row.is_new).length,
        campaigns_changed: written.filter((row) => row.is_changed).length,
      },
      {
        campaigns: facts.map(({ platform, external_id }) => ({
          platform,
          external_id,
        })),
        formerCampaigns,
        days: metrics,
        formerDays,
      }
    )
  },
  async (undo, { container }) => {
    if (undo) {
      const service = serviceOf(container)
      await service.campaigns.restoreCampaignMetrics(undo.days, undo.formerDays)
      await service.campaigns.restoreCampaigns(
        undo.campaigns,
        [],
        undo.formerCampaigns
      )
    }
  }
)

/** A campaign may be named with its id in one line and without in another. */
function rejectRepeatedDays(lines: SpendLine[], campaigns: CampaignFact[]) {
  const seen = new Map<string, number>()
  lines.forEach(({ line, metric }, index) => {
    const key = `${campaignKey(campaigns[index]!)}|${metric.date}|${metric.currency}`
    const former = seen.get(key)
    if (former !== undefined) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Nothing was imported: line ${line}: date repeats campaign, date and currency of line ${former}`
      )
    }
    seen.set(key, line)
  })
}

function distinctCampaigns(campaigns: CampaignFact[]): CampaignFact[] {
  return [...new Map(campaigns.map((row) => [campaignKey(row), row])).values()]
}
