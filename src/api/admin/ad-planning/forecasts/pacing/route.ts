import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readPacing } from "../../../../../workflows/ad-planning/forecasting/read-pacing"
import { seriesFrame } from "../../../../../workflows/ad-planning/forecasting/read-series"
import { forecastCurrency } from "../frame"
import type { AdminForecastCurrencyParamsType } from "../validators"

/** Where each campaign's month is heading. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const params = req.validatedQuery as AdminForecastCurrencyParamsType
  const currency = forecastCurrency(req.scope, params.currency)
  const frame = await seriesFrame(req.scope, new Date(), currency)
  res.json({
    pacing: await readPacing(req.scope, frame),
    currency,
    end: frame.end,
  })
}
