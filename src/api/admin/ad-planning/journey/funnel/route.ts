import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { funnelReport } from "../../../../../modules/ad-planning/utils/journey/funnel-report"
import { readPeriod } from "../../../../utils/report-params"
import type { AdminGetFunnelParamsType } from "./validators"

/** How far those who begin get, one step after the other. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const {
    steps,
    window_days,
    breakdown,
    website_id,
    as_of = new Date(),
    ...params
  } = req.validatedQuery as AdminGetFunnelParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const timezone = params.timezone ?? service.options.timezone
  const period = readPeriod(params, timezone, as_of)
  const rows = await service.journeyFunnel({
    steps,
    from: period.from,
    to: period.to,
    window_days,
    as_of,
    website_id,
    breakdown,
  })
  const report = funnelReport(rows, steps)
  const campaigns =
    breakdown === "campaign"
      ? await service.campaignsById(report.breakdown.map(({ key }) => key))
      : undefined
  res.json({
    ...report,
    breakdown: report.breakdown.map((funnel) => ({
      ...funnel,
      name: campaigns?.get(funnel.key)?.name ?? funnel.key,
    })),
    window_days,
    period,
    as_of: as_of.toISOString(),
  })
}
