import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  COHORT_COLUMNS,
  cohortReport,
} from "../../../../../modules/ad-planning/utils/reports/cohort-report"
import { wantsCsv } from "../../../../utils/csv"
import { segmentLabel } from "../../../../utils/known-segment"
import { sendReportCsv } from "../../../../utils/report-csv"
import { openReport, splitsSpend } from "../../dashboard/report"
import type { AdminGetCohortsParamsType } from "../validators"

/** First-time buyers by the campaign that brought them, and what they are worth. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { model, ...params } = req.validatedQuery as AdminGetCohortsParamsType
  const { service, now, request, period } = openReport(
    req.scope,
    params,
    "campaign"
  )
  const [rows, spend] = await Promise.all([
    service.reports.cohorts(request, now),
    service.reports.campaignSpend(request),
  ])
  const report = cohortReport(rows, splitsSpend(request) ? spend : null)
  const campaigns = await service.campaigns.campaignsById(
    report.cohorts.map((cohort) => cohort.key)
  )
  const cohorts = report.cohorts.map(({ key, ...figures }) => ({
    key,
    name: campaigns.get(key)?.name ?? key,
    ...figures,
  }))
  const { currency } = request
  if (wantsCsv(req)) {
    const frame = { period, currency }
    return await sendReportCsv(req, res, "cohorts", frame, cohorts, [
      ...COHORT_COLUMNS,
    ])
  }
  res.json({
    ...report,
    cohorts,
    model,
    spend_complete_through: spend[0]?.spend_complete_through ?? null,
    history_starts_at: spend[0]?.history_starts_at ?? null,
    period,
    currency,
    as_of: now.toISOString(),
    ...segmentLabel(params.segment_id),
  })
}
