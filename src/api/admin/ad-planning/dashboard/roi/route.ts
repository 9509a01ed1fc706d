import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  campaignRows,
  reportTotals,
} from "../../../../../modules/ad-planning/utils/dashboard/campaign-report"
import type { ReportParams } from "../../../../utils/report-params"
import { readReport } from "../report"

/** What each campaign cost and earned; the rows add up to the shop. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ReportParams>,
  res: MedusaResponse
) => {
  const { service, results, spend, frame } = await readReport(
    req.scope,
    req.validatedQuery as ReportParams,
    "campaign"
  )
  const rows = campaignRows(results, spend)
  const former = frame.compare_period && campaignRows(results, spend, 1)
  const campaigns = await service.campaignsById(rows.map((row) => row.key))
  res.json({
    roi: rows.map(({ key, ...figures }) => {
      const campaign = campaigns.get(key)
      return {
        ad_campaign_id: campaign?.id ?? null,
        name: campaign?.name ?? key,
        platform: campaign?.platform ?? null,
        status: campaign?.status ?? null,
        ...figures,
        previous: former && (former.find((row) => row.key === key) ?? null),
      }
    }),
    totals: reportTotals(results, spend),
    previous_totals: frame.compare_period && reportTotals(results, spend, 1),
    ...frame,
  })
}
