import type { MedusaContainer } from "@medusajs/framework/types"
import { AD_PLANNING_MODULE } from "../../../../modules/ad-planning"
import type AdPlanningService from "../../../../modules/ad-planning/service"
import type { ReportRequest } from "../../../../modules/ad-planning/types"
import {
  type CampaignRow,
  coverageOf,
  unconvertedOf,
} from "../../../../modules/ad-planning/utils/reports/campaign-report"
import type { Period } from "../../../../modules/ad-planning/utils/period/period"
import { reportFrame, type ReportParams } from "../../../utils/report-params"

/** A report before it is read: its periods, and what else it is a function of. */
export function openReport(
  container: MedusaContainer,
  params: ReportParams & { segment_id?: string },
  groupBy: ReportRequest["group_by"]
) {
  const service = container.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  return {
    service,
    now,
    ...reportFrame(params, service.options, now, groupBy),
  }
}

/** Both statements of a campaign report, and what frames its figures. */
export async function readReport({
  service,
  now,
  request,
  period,
  compare_period,
}: ReturnType<typeof openReport>) {
  const [results, spendRows] = await Promise.all([
    service.reports.campaignResults(request),
    service.reports.campaignSpend(request),
  ])
  const [state] = spendRows
  const spend = splitsSpend(request) ? spendRows : null
  return {
    service,
    results,
    spend,
    frame: {
      period: describePeriod(period),
      compare_period: compare_period && describePeriod(compare_period),
      currency: request.currency,
      basis: request.basis,
      revenue_basis: request.revenue_basis,
      model: "last_touch",
      as_of: now.toISOString(),
      coverage: coverageOf(results),
      unconverted: unconvertedOf(results, spend),
      spend_complete_through: state?.spend_complete_through ?? null,
      history_starts_at: state?.history_starts_at ?? null,
    },
  }
}

/** A campaign's row, or a remainder's, under its name. */
export async function namedRows(
  service: AdPlanningService,
  rows: CampaignRow[]
) {
  const campaigns = await service.campaigns.campaignsById(
    rows.map((row) => row.key)
  )
  return rows.map(({ key, ...figures }) => {
    const campaign = campaigns.get(key)
    return {
      ad_campaign_id: campaign?.id ?? null,
      name: campaign?.name ?? key,
      platform: campaign?.platform ?? null,
      status: campaign?.status ?? null,
      ...figures,
    }
  })
}

/** No platform reports its spend by website, sales channel or our country. */
export function splitsSpend({ filters }: ReportRequest): boolean {
  return (
    filters.website_id === undefined &&
    filters.sales_channel_id === undefined &&
    filters.country_code === undefined &&
    filters.segment_id === undefined
  )
}

export function describePeriod({
  from,
  to,
  from_date,
  to_date,
  timezone,
}: Period) {
  return { from, to, from_date, to_date, timezone }
}
