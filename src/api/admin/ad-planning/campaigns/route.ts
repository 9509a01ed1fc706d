import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { orderBy } from "../../../utils/list-params"
import { CAMPAIGN_FIELDS } from "./query-config"
import type { AdminGetCampaignsParamsType } from "./validators"

/** The campaigns that touches and spend can belong to. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetCampaignsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [campaigns, count] = await service.listAndCountAdPlanningCampaigns(
    filters,
    {
      select: fields ?? [...CAMPAIGN_FIELDS],
      take: limit,
      skip: offset,
      order: orderBy(order ?? "name"),
    }
  )
  res.json({ campaigns, count, offset, limit })
}
