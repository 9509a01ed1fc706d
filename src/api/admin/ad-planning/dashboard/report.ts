import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { ReportRequest } from "../../../../modules/ad-planning/types"
import {
  coverageOf,
  unconvertedOf,
} from "../../../../modules/ad-planning/utils/dashboard/campaign-report"
import type { Period } from "../../../../modules/ad-planning/utils/period/period"
import { reportFrame, type ReportParams } from "../../../utils/report-params"

/** Both statements of a campaign report, and what frames its figures. */
export async function readReport(
  container: MedusaContainer,
  params: ReportParams,
  groupBy: ReportRequest["group_by"]
) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const frame = reportFrame(params, service.options, now, groupBy)
  const [results, spendRows] = await Promise.all([
    service.campaignResults(frame.request),
    service.campaignSpend(frame.request),
  ])
  const [state] = spendRows
  const spend = splitsSpend(frame.request) ? spendRows : null
  return {
    service,
    results,
    spend,
    frame: {
      period: describePeriod(frame.period),
      compare_period:
        frame.compare_period && describePeriod(frame.compare_period),
      currency: frame.request.currency,
      basis: frame.request.basis,
      revenue_basis: frame.request.revenue_basis,
      model: "last_touch",
      as_of: now.toISOString(),
      coverage: coverageOf(results),
      unconverted: unconvertedOf(results, spend),
      spend_complete_through: state?.spend_complete_through ?? null,
      history_starts_at: state?.history_starts_at ?? null,
    },
  }
}

/** No platform reports its spend by website, sales channel or our country. */
function splitsSpend({ filters }: ReportRequest): boolean {
  return (
    filters.website_id === undefined &&
    filters.sales_channel_id === undefined &&
    filters.country_code === undefined
  )
}

function describePeriod({ from, to, from_date, to_date, timezone }: Period) {
  return { from, to, from_date, to_date, timezone }
}
