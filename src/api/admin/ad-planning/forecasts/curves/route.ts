import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readCurves } from "../../../../../workflows/ad-planning/forecasting/read-curves"
import { seriesFrame } from "../../../../../workflows/ad-planning/forecasting/read-series"
import { forecastCurrency } from "../frame"
import type { AdminForecastCurrencyParamsType } from "../validators"

/** What more or less spend of each campaign would bring, or why that is not known. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminForecastCurrencyParamsType
  const currency = forecastCurrency(req.scope, params.currency)
  const frame = await seriesFrame(req.scope, new Date(), currency)
  const curves = await readCurves(req.scope, frame)
  res.json({
    curves: curves.map(({ campaign, refusal, curve }) => ({
      ad_campaign_id: campaign.id,
      name: campaign.name,
      platform: campaign.platform,
      is_usable: refusal === null,
      refusal,
      ...curve,
    })),
    currency,
    end: frame.end,
  })
}
