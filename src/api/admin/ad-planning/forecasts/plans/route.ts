import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { orderBy } from "../../../../utils/list-params"
import type { AdminGetPlansParamsType } from "../validators"

/** Saved plans. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order = "-created_at",
    fields,
  } = req.validatedQuery as AdminGetPlansParamsType
  const [plans, count] = await serviceOf(
    req.scope
  ).listAndCountAdPlanningBudgetPlans(
    {},
    { select: fields, take: limit, skip: offset, order: orderBy(order) }
  )
  res.json({ plans, count, offset, limit })
}
