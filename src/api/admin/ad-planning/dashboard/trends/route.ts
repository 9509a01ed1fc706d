import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { reportTotals } from "../../../../../modules/ad-planning/utils/reports/campaign-report"
import {
  periodBuckets,
  trendInterval,
} from "../../../../../modules/ad-planning/utils/period/buckets"
import { wantsCsv } from "../../../../utils/csv"
import { refusing } from "../../../../utils/report-params"
import { sendReportCsv } from "../../../../utils/report-csv"
import { openReport, readReport } from "../report"
import type { AdminGetTrendsParamsType } from "../validators"

/** The shop's figures by day, week or month, beside those of the former period. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetTrendsParamsType>,
  res: MedusaResponse
) => {
  const { interval: asked, ...params } =
    req.validatedQuery as AdminGetTrendsParamsType
  const report = openReport(req.scope, params, "none")
  const { period, compare_period } = report
  const interval = refusing(() => trendInterval(period, asked))
  const buckets = periodBuckets(period, interval)
  const former = compare_period ? periodBuckets(compare_period, interval) : []

  // The whole period stays the first one: the frame is about it.
  const periods = [period, ...buckets, ...former]
  const { results, spend, frame } = await readReport({
    ...report,
    request: { ...report.request, periods },
  })
  const { spend_complete_through: through } = frame
  const trends = periods
    .slice(1)
    .map(({ from, to, from_date, to_date }, i) => ({
      date: from_date,
      from,
      to,
      is_spend_complete: through !== null && to_date <= through,
      ...reportTotals(results, spend, i + 1),
    }))
  const current = trends.slice(0, buckets.length)
  const previous = frame.compare_period && trends.slice(buckets.length)
  if (wantsCsv(req)) {
    const rows = previous
      ? [
          ...current.map((bucket) => ({ period: "current", ...bucket })),
          ...previous.map((bucket) => ({ period: "previous", ...bucket })),
        ]
      : current
    return await sendReportCsv(req, res, "trends", frame, rows)
  }
  res.json({ trends: current, previous_trends: previous, interval, ...frame })
}
