import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import type { Suggestion } from "../../../../../modules/ad-planning/types"
import { wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { reportFrame } from "../../../../utils/report-params"
import type { AdminGetUnresolvedValuesParamsType } from "../validators"

const RANKS = [1, 2, 3]
const CSV_COLUMNS = [
  "utm_campaign",
  "utm_id",
  "utm_source",
  "website_id",
  "platform",
  "unresolved_reason",
  "is_unreplaced_macro",
  "session_id",
  "sessions",
  "purchases",
  "revenue",
  ...RANKS.flatMap((rank) => [
    `suggestion_${rank}_id`,
    `suggestion_${rank}_name`,
    `suggestion_${rank}_similarity`,
  ]),
]

/** Utm values that name no known campaign, and the revenue that hangs on them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { limit, ...params } =
    req.validatedQuery as AdminGetUnresolvedValuesParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(params, service.options, now, "none")
  const rows = await service.attribution.unresolvedValues(request, limit)
  const unresolved = rows.map((row) => ({
    ...row,
    revenue: Number(row.revenue),
  }))
  if (wantsCsv(req)) {
    return await sendReportCsv(
      req,
      res,
      "unresolved-values",
      { period, currency: request.currency },
      unresolved.map(withFlatSuggestions),
      CSV_COLUMNS
    )
  }
  res.json({
    unresolved,
    period,
    currency: request.currency,
    as_of: now.toISOString(),
  })
}

function withFlatSuggestions<Row extends { suggestions: Suggestion[] }>({
  suggestions,
  ...row
}: Row) {
  const columns = RANKS.flatMap((rank) => {
    const suggestion = suggestions[rank - 1]
    return [
      [`suggestion_${rank}_id`, suggestion?.ad_campaign_id ?? null],
      [`suggestion_${rank}_name`, suggestion?.name ?? null],
      [`suggestion_${rank}_similarity`, suggestion?.similarity ?? null],
    ]
  })
  return { ...row, ...Object.fromEntries(columns) }
}
