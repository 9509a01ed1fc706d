import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isModulePresent } from "../../../../../lib/host-modules"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { churnReasons } from "../../../../../modules/ad-planning/utils/scores/churn-reasons"
import { PERSON_MODULE } from "../../../../../sources/person-module"
import { NO_PERSON_MODULE, withNames } from "../../scores/with-places"
import type { AdminGetRankedCustomersParamsType } from "../validators"

/** Customers who may be about to leave, the most value at stake first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, offset } =
    req.validatedQuery as AdminGetRankedCustomersParamsType
  const { rows, count, value_at_stake } = await serviceOf(
    req.scope
  ).scoreModels.atRisk(limit, offset)
  const named = await withNames(req.scope, rows)
  res.json({
    customers: named.map((row) => ({
      ...row,
      ...churnReasons(row.breakdown),
    })),
    count,
    offset,
    limit,
    value_at_stake,
    ...(isModulePresent(PERSON_MODULE) ? {} : { hint: NO_PERSON_MODULE }),
  })
}
