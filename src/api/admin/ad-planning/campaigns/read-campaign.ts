import { MedusaError } from "@medusajs/framework/utils"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { CAMPAIGN_FIELDS } from "./query-config"

/**
 * One campaign as the API shows it.
 *
 * @throws MedusaError not_found
 */
export async function readCampaign(service: AdPlanningService, id: string) {
  const [campaign] = await service.listAdPlanningCampaigns(
    { id },
    { select: [...CAMPAIGN_FIELDS, "merged_into_id"], take: 1 }
  )
  if (!campaign) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign with id: ${id} was not found`
    )
  }
  const details = await service.campaignEdits.campaignDetails([id])
  return { ...campaign, ...details.get(id) }
}

/** A day as the instant that it begins at in UTC; what is not said stays so. */
export function dayStart(day: string): string
export function dayStart(day: string | null): string | null
export function dayStart(
  day: string | null | undefined
): string | null | undefined
export function dayStart(
  day: string | null | undefined
): string | null | undefined {
  return day ? `${day}T00:00:00.000Z` : day
}
