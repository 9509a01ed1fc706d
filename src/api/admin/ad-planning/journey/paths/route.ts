import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { pathsReport } from "../../../../../modules/ad-planning/utils/journeys/paths-report"
import { followFrame } from "../follow-params"
import type { AdminGetPathsParamsType } from "./validators"

/** What people most often do after something, or before it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { event, direction, max_steps, limit, ...params } =
    req.validatedQuery as AdminGetPathsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { request, answer } = followFrame(service, params)
  const row = await service.journeys.journeyPaths({
    ...request,
    event,
    direction,
    max_steps,
    limit,
  })
  res.json({
    ...pathsReport(row, direction),
    event,
    direction,
    max_steps,
    ...answer,
  })
}
