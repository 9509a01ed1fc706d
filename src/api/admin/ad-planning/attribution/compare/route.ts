import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import {
  attributionCompareReport,
  type CompareRow,
} from "../../../../../modules/ad-planning/utils/reports/attribution-compare-report"
import { type CsvRow, wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { reportFrame } from "../../../../utils/report-params"
import { describePeriod, splitsSpend } from "../../dashboard/report"
import { NAMES_OF, nameRows } from "../name-rows"
import type { AdminGetAttributionCompareParamsType } from "../validators"

/** What several models credit, side by side: the rows of each add up to the shop. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { models, group_by, ...params } =
    req.validatedQuery as AdminGetAttributionCompareParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const byCampaign = group_by === "campaign"
  const { request, period } = reportFrame(
    params,
    service.options,
    now,
    byCampaign ? "campaign" : "none"
  )
  const { rows: credited, trained } =
    await service.attribution.attributionCompare(request, group_by, models, now)
  const spend =
    byCampaign && splitsSpend(request)
      ? await service.reports.campaignSpend(request)
      : null
  const report = attributionCompareReport(credited, models, spend)
  const named = await nameRows(req.scope, group_by, report.rows)
  const rows = named.map(({ key, name = key, ...row }) => ({
    key,
    name,
    ...row,
  }))
  if (wantsCsv(req)) {
    const columns = models.flatMap((model) =>
      CSV_FIGURES.map((name) => `${model}_${name}`)
    )
    return await sendReportCsv(
      req,
      res,
      "attribution-compare",
      { period, currency: request.currency },
      rows.map(flatRow),
      ["key", ...(NAMES_OF[group_by] ?? ["name"]), "spend", ...columns]
    )
  }
  res.json({
    ...report,
    rows,
    models,
    group_by,
    training: trained?.training ?? null,
    period: describePeriod(period),
    currency: request.currency,
    as_of: now.toISOString(),
  })
}

const CSV_FIGURES = [
  "revenue",
  "purchases",
  "leads",
  "goals",
  "conversions",
  "new_customers",
  "roas",
  "cac",
] as const

function flatRow({ models, ...row }: CompareRow & { name: string }): CsvRow {
  const figures = Object.entries(models).flatMap(([model, values]) =>
    CSV_FIGURES.map((name) => [`${model}_${name}`, values[name]])
  )
  return { ...row, ...Object.fromEntries(figures) }
}
