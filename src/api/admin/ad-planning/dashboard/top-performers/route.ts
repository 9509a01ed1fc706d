import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { REMAINDER_BUCKETS } from "../../../../../modules/ad-planning/types"
import { campaignRows } from "../../../../../modules/ad-planning/utils/reports/campaign-report"
import { rankCampaigns } from "../../../../../modules/ad-planning/utils/reports/rank-campaigns"
import { MINIMUM_CONVERSIONS } from "../../../../../modules/ad-planning/utils/reports/campaign-evidence"
import { wantsCsv } from "../../../../utils/csv"
import { columnsOf, sendReportCsv } from "../../../../utils/report-csv"
import { namedRows, openReport, readReport } from "../report"
import type { AdminGetTopPerformersParamsType } from "../validators"

/** The best campaigns by one metric, and those too thin for it to mean much. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetTopPerformersParamsType>,
  res: MedusaResponse
) => {
  const { metric, limit, ...params } =
    req.validatedQuery as AdminGetTopPerformersParamsType
  const { service, results, spend, frame } = await readReport(
    openReport(req.scope, params, "campaign")
  )
  const rows = await namedRows(service, campaignRows(results, spend))
  const campaigns = rows.slice(0, -REMAINDER_BUCKETS.length)
  const { ranked, thin, unranked } = rankCampaigns(campaigns, metric)
  const topPerformers = ranked
    .slice(0, limit)
    .map((row, index) => ({ rank: index + 1, ...row }))
  if (wantsCsv(req)) {
    return await sendReportCsv(
      req,
      res,
      "top-performers",
      frame,
      topPerformers,
      ["rank", ...columnsOf(rows)]
    )
  }
  res.json({
    top_performers: topPerformers,
    thin: thin.map((row) => ({
      ...row,
      observed: row.conversions,
      required: MINIMUM_CONVERSIONS,
    })),
    unranked,
    metric,
    minimum_conversions: MINIMUM_CONVERSIONS,
    ...frame,
  })
}
