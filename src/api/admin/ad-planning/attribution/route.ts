import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { orderBy } from "../../../utils/list-params"
import { ATTRIBUTION_FIELDS } from "./query-config"
import type { AdminGetAttributionsParamsType } from "./validators"

/** Touches; a stamp that repeats a session is that session's touch, not listed. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetAttributionsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [attributions, count] = await service.listAndCountCampaignAttributions(
    { ...filters, is_duplicate: false },
    {
      select: fields ?? [...ATTRIBUTION_FIELDS],
      take: limit,
      skip: offset,
      order: orderBy(order ?? "-started_at"),
    }
  )
  res.json({ attributions, count, offset, limit })
}
