import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import {
  attributionChangesReport,
  CHANGE_COLUMNS,
} from "../../../../../modules/ad-planning/utils/reports/attribution-changes-report"
import { parseMoment } from "../../../../../modules/ad-planning/utils/period/period"
import { wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { refusing, reportFrame } from "../../../../utils/report-params"
import type { AdminGetAttributionChangesParamsType } from "../validators"

/** Why the figures of a period are not what they were. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { since: asked, ...params } =
    req.validatedQuery as AdminGetAttributionChangesParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(
    { ...params, basis: "order_date" },
    service.options,
    now,
    "campaign"
  )
  const since = asked
    ? refusing(() => parseMoment("since", asked, period.timezone))
    : period.to
  const row = await service.attribution.attributionChanges(request, since)
  const keys = [
    ...row.changes.flatMap((move) => [move.from_key, move.to_key]),
    ...row.campaigns.flatMap(({ key }) => key ?? []),
  ]
  const campaigns = await service.campaigns.campaignsById([...new Set(keys)])
  const report = attributionChangesReport(
    row,
    (key) => campaigns.get(key)?.name ?? key
  )
  if (wantsCsv(req)) {
    return await sendReportCsv(
      req,
      res,
      "attribution-changes",
      { period, currency: request.currency },
      report.changes.map((change) => ({ ...change })),
      [...CHANGE_COLUMNS]
    )
  }
  res.json({
    ...report,
    since: since.toISOString(),
    period,
    currency: request.currency,
    as_of: now.toISOString(),
  })
}
