import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { AD_PLANNING_MODULE } from "../../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../../modules/ad-planning/service"
import { campaignLink } from "../../../../../../modules/ad-planning/utils/attribution/campaign-link"
import { refusing } from "../../../../../utils/report-params"
import { unstorableReason } from "../../../../../utils/validate"
import type { AdminGetCampaignLinkParamsType } from "../../validators"

/** A link that names its campaign beyond doubt, from the first click on. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { url, ...choices } =
    req.validatedQuery as AdminGetCampaignLinkParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const id = `${req.params.id}`
  const [campaign] = unstorableReason(id)
    ? []
    : await service.listAdPlanningCampaigns({ id })
  if (!campaign) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign with id: ${id} was not found`
    )
  }
  const link = refusing(() => campaignLink(campaign, url, choices))
  res.json({ link: { ad_campaign_id: campaign.id, url: link } })
}
