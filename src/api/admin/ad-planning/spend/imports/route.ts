import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { orderBy } from "../../../../utils/list-params"
import { SPEND_IMPORT_FIELDS } from "../query-config"
import type { AdminGetSpendImportsParamsType } from "../validators"

/** Every import, the newest first; those taken back say so. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset, order, fields, ...filters } =
    req.validatedQuery as AdminGetSpendImportsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const [imports, count] = await service.listAndCountAdPlanningSpendImports(
    filters,
    {
      select: fields ?? [...SPEND_IMPORT_FIELDS],
      take: limit,
      skip: offset,
      order: orderBy(order ?? "-imported_at"),
    }
  )
  res.json({ imports, count, offset, limit })
}
