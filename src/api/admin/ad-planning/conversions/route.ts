import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { orderBy } from "../../../utils/list-params"
import { CONVERSION_FIELDS } from "./query-config"
import type { AdminGetConversionsParamsType } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetConversionsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [conversions, count] = await service.listAndCountConversions(filters, {
    select: fields ?? [...CONVERSION_FIELDS],
    take: limit,
    skip: offset,
    order: orderBy(order ?? "-converted_at"),
  })
  res.json({ conversions, count, offset, limit })
}
