import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { funnelReport } from "../../../../../modules/ad-planning/utils/journeys/funnel-report"
import { followFrame } from "../follow-params"
import type { AdminGetFunnelParamsType } from "./validators"

/** How far those who begin get, one step after the other. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { steps, breakdown, ...params } =
    req.validatedQuery as AdminGetFunnelParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const { request, answer } = followFrame(service, params)
  const rows = await service.journeys.journeyFunnel({
    ...request,
    steps,
    breakdown,
  })
  const report = funnelReport(rows, steps)
  const campaigns =
    breakdown === "campaign"
      ? await service.campaigns.campaignsById(
          report.breakdown.map(({ key }) => key)
        )
      : undefined
  res.json({
    ...report,
    breakdown: report.breakdown.map((funnel) => ({
      ...funnel,
      name: campaigns?.get(funnel.key)?.name ?? funnel.key,
    })),
    ...answer,
  })
}
