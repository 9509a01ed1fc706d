import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { reportFrame } from "../../../../utils/report-params"
import type { AdminGetUnresolvedValuesParamsType } from "../validators"

/** Utm values that name no known campaign, and the revenue that hangs on them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, ...params } =
    req.validatedQuery as AdminGetUnresolvedValuesParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(params, service.options, now, "none")
  const rows = await service.unresolvedValues(request, limit)
  res.json({
    unresolved: rows.map((row) => ({ ...row, revenue: Number(row.revenue) })),
    period,
    currency: request.currency,
    as_of: now.toISOString(),
  })
}
