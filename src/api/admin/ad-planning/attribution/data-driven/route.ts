import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { AD_PLANNING_MODULE } from "../../../../../modules/ad-planning"
import type AdPlanningService from "../../../../../modules/ad-planning/service"
import { wantsCsv } from "../../../../utils/csv"
import { sendReportCsv } from "../../../../utils/report-csv"
import { reportFrame } from "../../../../utils/report-params"
import type { AdminGetTrainedAttributionParamsType } from "../validators"

/** What the data-driven model has learned by the end of the period. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetTrainedAttributionParamsType
  const service = req.scope.resolve<AdPlanningService>(AD_PLANNING_MODULE)
  const now = new Date()
  const { request, period } = reportFrame(params, service.options, now, "none")
  const { training, states: trained } =
    await service.attribution.trainedAttribution(request, now)
  const currency = service.options.reporting_currency ?? request.currency
  const campaigns = await service.campaigns.campaignsById(
    trained.map(({ key }) => key)
  )
  const states = trained.map(({ key, ...state }) => ({
    key,
    name: campaigns.get(key)?.name ?? key,
    ...state,
  }))
  if (wantsCsv(req)) {
    return await sendReportCsv(
      req,
      res,
      "attribution-data-driven",
      { period, currency },
      states,
      STATE_COLUMNS
    )
  }
  res.json({ states, training, currency, as_of: now.toISOString() })
}

const STATE_COLUMNS = [
  "key",
  "name",
  "removal_effect",
  "removal_effect_value",
  "share",
  "classical_conversions",
  "classical_value",
  "conversions",
  "paths",
]
