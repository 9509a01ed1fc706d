import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { dropoffReport } from "../../../../../modules/ad-planning/utils/journeys/dropoff-report"
import { followFrame } from "../follow-params"
import type { AdminGetDropoffParamsType } from "./validators"

/** Where those who begin go no further, and what they do instead. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { steps, ...params } = req.validatedQuery as AdminGetDropoffParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { request, answer } = followFrame(service, params)
  const rows = await service.journeys.journeyDropoff({ ...request, steps })
  res.json({ ...dropoffReport(rows, steps), ...answer })
}
