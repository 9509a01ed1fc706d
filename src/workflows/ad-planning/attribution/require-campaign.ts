import { MedusaError } from "@medusajs/framework/utils"
import type AdPlanningService from "../../../modules/ad-planning/service"

/** @throws MedusaError not_found for a campaign that is none */
export async function requireCampaign(
  service: AdPlanningService,
  id: string
): Promise<void> {
  if (!(await service.campaigns.campaignsById([id])).has(id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign with id: ${id} was not found`
    )
  }
}
