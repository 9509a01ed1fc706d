import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import { orderBy } from "../../../utils/list-params"
import { IDENTITY_FIELDS } from "./query-config"
import type { AdminGetIdentitiesParamsType } from "./validators"

/** By what a person is known, since when, and how that was found. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetIdentitiesParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [identities, count] = await service.listAndCountAdPlanningIdentityLinks(
    filters,
    {
      select: fields ?? [...IDENTITY_FIELDS],
      take: limit,
      skip: offset,
      order: orderBy(order ?? "-valid_from"),
    }
  )
  res.json({ identities, count, offset, limit })
}
