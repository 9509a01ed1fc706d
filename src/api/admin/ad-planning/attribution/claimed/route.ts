import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { UNKNOWN_TERMS } from "../../../../../modules/ad-planning/utils/reports/claim-terms"
import {
  CLAIMED_COLUMNS,
  claimedReport,
  claimNotes,
} from "../../../../../modules/ad-planning/utils/reports/claimed-report"
import { readClaimTerms } from "../../../../../sources/read-claim-terms"
import { wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { openReport, readReport } from "../../dashboard/report"
import type { AdminGetClaimedParamsType } from "../validators"

/** What platforms claim of their campaigns, beside what we credit them with. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { service, results, spend, frame } = await readReport(
    openReport(
      req.scope,
      req.validatedQuery as AdminGetClaimedParamsType,
      "campaign"
    )
  )
  const report = claimedReport(results, spend)
  const ids = report.campaigns.map((row) => row.ad_campaign_id)
  const [named, terms] = await Promise.all([
    service.campaigns.campaignsById(ids),
    readClaimTerms(req.scope, ids),
  ])
  const campaigns = report.campaigns.map(({ ad_campaign_id, ...figures }) => ({
    ad_campaign_id,
    name: named.get(ad_campaign_id)?.name ?? ad_campaign_id,
    platform: named.get(ad_campaign_id)?.platform ?? null,
    ...figures,
    ...(terms.get(ad_campaign_id) ?? UNKNOWN_TERMS),
  }))
  if (wantsCsv(req)) {
    return await sendReportCsv(req, res, "claimed", frame, campaigns, [
      ...CLAIMED_COLUMNS,
    ])
  }
  const { compare_period: _compare, coverage: _coverage, ...rest } = frame
  res.json({
    campaigns,
    totals: report.totals,
    notes: claimNotes(campaigns, frame.period.timezone),
    ...rest,
  })
}
