import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { reportTotals } from "../../../../../modules/ad-planning/utils/reports/campaign-report"
import type { ReportParams } from "../../../../utils/report-params"
import { openReport, readReport } from "../report"

/** The shop's figures of a period, beside those of the former one. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ReportParams>,
  res: MedusaResponse
) => {
  const { results, spend, frame } = await readReport(
    openReport(req.scope, req.validatedQuery as ReportParams, "none")
  )
  res.json({
    overview: {
      current: reportTotals(results, spend),
      previous: frame.compare_period && reportTotals(results, spend, 1),
      ...frame,
    },
  })
}
