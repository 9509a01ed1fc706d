import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { serviceOf } from "../../../../../modules/ad-planning/service-of"
import { accuracyReport } from "../../../../../modules/ad-planning/utils/forecasts/accuracy-report"
import { dayAfter } from "../../../../../modules/ad-planning/utils/forecast-engine"
import { forecastCurrency } from "../frame"
import type { AdminGetForecastAccuracyParamsType } from "../validators"

const DEFAULT_DAYS = 180

/** How good past forecasts were: of the whole shop, by days ahead, by campaign. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminGetForecastAccuracyParamsType
  const service = serviceOf(req.scope)
  const today = new Date().toISOString().slice(0, 10)
  const request = {
    metric: params.metric,
    from_date: params.from ?? dayAfter(today, -DEFAULT_DAYS),
    to_date: params.to ?? today,
    currency: forecastCurrency(req.scope, params.currency),
  }
  const rows = await service.forecasts.hindsight(request)
  const report = accuracyReport(
    rows.filter(({ horizon }) => horizon <= params.horizon_days)
  )
  const names = await service.campaigns.campaignsById(
    report.campaigns.map(({ ad_campaign_id }) => ad_campaign_id)
  )
  res.json({
    accuracy: {
      ...request,
      horizon_days: params.horizon_days,
      ...report,
      campaigns: report.campaigns.map((row) => ({
        name: names.get(row.ad_campaign_id)?.name ?? null,
        ...row,
      })),
    },
  })
}
