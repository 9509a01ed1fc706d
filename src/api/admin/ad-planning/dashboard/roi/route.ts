import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  campaignRows,
  reportTotals,
  type CampaignRow,
} from "../../../../../modules/ad-planning/utils/reports/campaign-report"
import { type CsvRow, wantsCsv } from "../../../../utils/csv"
import type { ReportParams } from "../../../../utils/report-params"
import { sendReportCsv } from "../../../../utils/report-csv"
import { namedRows, openReport, readReport } from "../report"

/** What each campaign cost and earned; the rows add up to the shop. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ReportParams>,
  res: MedusaResponse
) => {
  const { service, results, spend, frame } = await readReport(
    openReport(req.scope, req.validatedQuery as ReportParams, "campaign")
  )
  const rows = campaignRows(results, spend)
  const former = frame.compare_period && campaignRows(results, spend, 1)
  const named = await namedRows(service, rows)
  const roi = named.map((row, index) => ({
    ...row,
    previous:
      former && (former.find(({ key }) => key === rows[index]?.key) ?? null),
  }))
  if (wantsCsv(req)) {
    return await sendReportCsv(req, res, "roi", frame, roi.map(flatRow))
  }
  res.json({
    roi,
    totals: reportTotals(results, spend),
    previous_totals: frame.compare_period && reportTotals(results, spend, 1),
    ...frame,
  })
}

/** The former figures as columns of their own. */
function flatRow({
  previous,
  ...row
}: CsvRow & { previous: CampaignRow | null }): CsvRow {
  const { key: _key, ...former } = previous ?? {}
  const entries = Object.entries(former)
  return {
    ...row,
    ...Object.fromEntries(
      entries.map(([name, value]) => [`previous_${name}`, value])
    ),
  }
}
