import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { wantsCsv } from "../../../../utils/csv"
import { segmentLabel } from "../../../../utils/known-segment"
import { sendReportCsv } from "../../../../utils/report-csv"
import { reportFrame } from "../../../../utils/report-params"
import type { AdminGetConversionStatsParamsType } from "../validators"
import { readConversionStats } from "./read-stats"

/** Every conversion by day, week, month, type, platform or campaign. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { group_by, conversion_type, ...params } =
    req.validatedQuery as AdminGetConversionStatsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(params, service.options, now, "none")
  const conversion_types = conversion_type && [conversion_type].flat()
  const report = await readConversionStats(
    service,
    { ...request, filters: { ...request.filters, conversion_types } },
    period,
    group_by
  )
  const { currency, basis, revenue_basis } = request
  if (wantsCsv(req)) {
    const frame = { period, currency }
    return await sendReportCsv(
      req,
      res,
      "conversion-stats",
      frame,
      report.stats
    )
  }
  res.json({
    ...report,
    group_by,
    model: "last_touch",
    period,
    currency,
    basis,
    revenue_basis,
    as_of: now.toISOString(),
    ...segmentLabel(params.segment_id),
  })
}
