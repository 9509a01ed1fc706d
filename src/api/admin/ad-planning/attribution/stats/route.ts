import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import {
  attributionStatsReport,
  STATS_COLUMNS,
} from "../../../../../modules/ad-planning/utils/reports/attribution-stats-report"
import { wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { reportFrame } from "../../../../utils/report-params"
import { NAMES_OF, nameRows } from "../name-rows"
import type { AdminGetAttributionStatsParamsType } from "../validators"

/** Sessions and what they are credited with, by one grouping, under one model. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { model, group_by, ...params } =
    req.validatedQuery as AdminGetAttributionStatsParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(params, service.options, now, "none")
  const report = attributionStatsReport(
    await service.attribution.attributionStats(request, group_by, model),
    group_by
  )
  const stats = await nameRows(req.scope, group_by, report.stats)
  if (wantsCsv(req)) {
    return await sendReportCsv(
      req,
      res,
      "attribution-stats",
      { period, currency: request.currency },
      stats.map((row) => ({ ...row })),
      [...STATS_COLUMNS, ...(NAMES_OF[group_by] ?? [])]
    )
  }
  res.json({
    ...report,
    stats,
    model,
    group_by,
    period,
    currency: request.currency,
    as_of: now.toISOString(),
  })
}
